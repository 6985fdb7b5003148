package stretch.history.sync;

/**
 * How many records came, by what became of them here.
 *
 * @param checkIns check-ins, snoozes and skips together, in whatever way they changed
 */
public record SyncCounts(long added, long changed, long deleted, long checkIns) {
    static final SyncCounts NONE = new SyncCounts(0, 0, 0, 0);

    SyncCounts plus(SyncCounts other) {
        return new SyncCounts(
                added + other.added, changed + other.changed, deleted + other.deleted, checkIns + other.checkIns);
    }

    /** Whether the history is as it was. */
    public boolean isNothing() {
        return equals(NONE);
    }
}
