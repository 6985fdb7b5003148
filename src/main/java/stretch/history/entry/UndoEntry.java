package stretch.history.entry;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A change that was made.
 *
 * @param kind empty for one that an older version made and that cannot be undone
 * @param undone whether it was taken back, as far as nothing else had changed the same
 * @param kept whether nothing of it was, as later changes have taken over all of it
 */
public record UndoEntry(
        long number, OffsetDateTime madeAt, String what, Optional<ChangeKind> kind, boolean undone, boolean kept) {}
