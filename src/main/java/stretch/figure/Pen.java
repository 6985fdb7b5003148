package stretch.figure;

/** What a stroke is; a cell that two of them share belongs to the later one of these. */
public enum Pen {
    FLOOR,
    /** Things around the body. */
    THING,
    /** The limbs of the other side. */
    FAR,
    BODY,
    /** The limb that is worked on, where there are sides. */
    WORKING,
    /** What shows where something moves. */
    ARROW
}
