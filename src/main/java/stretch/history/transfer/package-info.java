/** Export and import of the history, a file a format. */
@NullMarked
package stretch.history.transfer;

import org.jspecify.annotations.NullMarked;
