/** Copies of the history, the check of its integrity, and recovery of a damaged one. */
@NullMarked
package stretch.history.backup;

import org.jspecify.annotations.NullMarked;
