@NullMarked
package stretch.remind;

import org.jspecify.annotations.NullMarked;
