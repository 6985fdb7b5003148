@NullMarked
package stretch.text;

import org.jspecify.annotations.NullMarked;
