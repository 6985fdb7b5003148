/** Full screen and plain lines; knows JLine, and nothing else does. */
@NullMarked
package stretch.terminal;

import org.jspecify.annotations.NullMarked;
