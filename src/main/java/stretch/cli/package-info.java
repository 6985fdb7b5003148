@NullMarked
package stretch.cli;

import org.jspecify.annotations.NullMarked;
