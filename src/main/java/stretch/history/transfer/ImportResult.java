package stretch.history.transfer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.text.Numbers;

/**
 * What an import did, or would do, and what it left out.
 *
 * @param added how many sessions were added; likewise steps, check-ins and pauses
 * @param changed how many sessions were
 */
public record ImportResult(
        long added, long changed, Deletions deleted, long steps, long checkIns, long pauses, List<LeftOut> leftOut) {
    public ImportResult {
        leftOut = List.copyOf(leftOut);
    }

    /** Whether the record is as it was. */
    public boolean isNothing() {
        return added + changed + steps + checkIns + pauses == 0 && deleted.equals(Deletions.NONE);
    }

    public String words() {
        var words = Numbers.count(added, "session") + " added, " + changed + " changed, " + deleted.sessions()
                + " deleted; " + Numbers.count(steps, "step");
        var more = Stream.of(
                        count(checkIns, "check-in", "check-ins", ""),
                        count(pauses, "snoozed or skipped", "snoozed or skipped", ""),
                        count(deleted.checkIns(), "check-in", "check-ins", " deleted"),
                        count(deleted.pauses(), "snooze or skip", "snoozes and skips", " deleted"))
                .filter(part -> !part.isEmpty());
        return Stream.concat(Stream.of(words), more).collect(Collectors.joining(", "));
    }

    private static String count(long number, String one, String many, String what) {
        return number == 0 ? "" : Numbers.count(number, one, many) + what;
    }

    /** How much was deleted here because it was deleted elsewhere. */
    public record Deletions(long sessions, long checkIns, long pauses) {
        public static final Deletions NONE = new Deletions(0, 0, 0);
    }

    /**
     * What a file holds that was not taken over from it.
     *
     * @param sessions how many sessions they are, or of how many the steps are; likewise the others
     * @param example the id of one of these
     */
    public record LeftOut(Reason reason, long sessions, long steps, long checkIns, long pauses, String example) {
        public enum Reason {
            /** The steps are of sessions that are neither in the history nor in the file. */
            SESSION_UNKNOWN,
            /** They were deleted from the history after they were last edited. */
            SESSION_DELETED,
            /** What brought them into the history was undone. */
            UNDONE,
            /** The history has a version of its own, which was edited later or stays for want of a reason. */
            OTHER_VERSION
        }

        /** How much it is, in a line. */
        public String words() {
            return Stream.of(
                            count(sessions, "session", "sessions", ""),
                            count(steps, "step", "steps", ""),
                            count(checkIns, "check-in", "check-ins", ""),
                            count(pauses, "snooze or skip", "snoozes and skips", ""))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }
}
