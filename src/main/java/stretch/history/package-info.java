@NullMarked
package stretch.history;

import org.jspecify.annotations.NullMarked;
