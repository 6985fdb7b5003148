/** Small tools for text that know nothing of stretching. */
@NullMarked
package stretch.text;

import org.jspecify.annotations.NullMarked;
