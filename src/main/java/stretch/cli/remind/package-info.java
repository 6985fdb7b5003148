/** The commands that remind. */
@NullMarked
package stretch.cli.remind;

import org.jspecify.annotations.NullMarked;
