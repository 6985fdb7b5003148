package stretch.cue;

/** The moments of a session that can be heard, told apart by the number of bells. */
public enum Cue {
    START(1),
    HALF_WAY(2),
    STEP_DONE(3),
    CHANGE_SIDES(4),
    GET_READY(5),
    ROUTINE_DONE(6);

    private final int bells;

    Cue(int bells) {
        this.bells = bells;
    }

    /** How many bells, 1 to 6; the cues one hears in mid-hold have the fewest. */
    public int bells() {
        return bells;
    }
}
