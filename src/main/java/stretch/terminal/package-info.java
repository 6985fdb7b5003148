@NullMarked
package stretch.terminal;

import org.jspecify.annotations.NullMarked;
