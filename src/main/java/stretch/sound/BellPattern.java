package stretch.sound;

/** The moments of a session that can be heard, told apart by the number of bells and their rhythm. */
public enum BellPattern {
    /** Also the start of each further repetition. */
    START("*"),
    HALF_WAY("*.*"),
    STEP_DONE("*.*.*"),
    CHANGE_SIDES("*.*...*.*"),
    GET_READY("*.*.*.*.*"),
    ROUTINE_DONE("*.*.*...*.*.*");

    private final String rhythm;

    BellPattern(String rhythm) {
        this.rhythm = rhythm;
    }

    /** How many bells, 1 to 6; the cues one hears in mid-hold have the fewest. */
    public int bells() {
        return (int) rhythm.chars().filter(tick -> tick == '*').count();
    }

    /** A star for each bell, a dot for each tenth of a second of silence. */
    String rhythm() {
        return rhythm;
    }
}
