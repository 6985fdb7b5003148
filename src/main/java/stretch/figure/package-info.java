@NullMarked
package stretch.figure;

import org.jspecify.annotations.NullMarked;
