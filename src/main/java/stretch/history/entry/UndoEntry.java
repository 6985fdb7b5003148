package stretch.history.entry;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A change that was made.
 *
 * @param kind empty for one that an older version made and that cannot be undone
 */
public record UndoEntry(long number, OffsetDateTime madeAt, String what, Optional<ChangeKind> kind, boolean undone) {}
