package stretch.config;

/** When a check-in is asked for. */
public enum CheckInSchedule {
    off,
    before,
    weekly,
    both;

    public boolean before() {
        return this == before || this == both;
    }

    public boolean weekly() {
        return this == weekly || this == both;
    }
}
