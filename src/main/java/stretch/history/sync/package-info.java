/** The history of several machines that share a folder. */
@NullMarked
package stretch.history.sync;

import org.jspecify.annotations.NullMarked;
