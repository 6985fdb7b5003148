@NullMarked
package stretch.html;

import org.jspecify.annotations.NullMarked;
