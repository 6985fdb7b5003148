package stretch.os;

/** The exit codes that scripts rely on; the numbers above 2 are those of BSD's {@code sysexits.h}. */
public enum ExitCode {
    OK(0),
    NOT_DUE(1),
    USAGE(2),
    /** The user ended the session before its end. */
    ENDED_EARLY(3),
    BAD_INPUT(65),
    NO_INPUT(66),
    BUG(70),
    CANNOT_CREATE(73),
    IO(74),
    BUSY(75),
    NOT_PERMITTED(77),
    UNUSABLE(78),
    HANGUP(129),
    INTERRUPT(130),
    PIPE(141),
    TERMINATED(143);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number handed to the operating system, 0 to 143. */
    public int code() {
        return code;
    }
}
