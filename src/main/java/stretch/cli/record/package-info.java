/** The commands that show, change and carry the history. */
@NullMarked
package stretch.cli.record;

import org.jspecify.annotations.NullMarked;
