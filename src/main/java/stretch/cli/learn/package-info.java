/** The commands that show what can be practised. */
@NullMarked
package stretch.cli.learn;

import org.jspecify.annotations.NullMarked;
