/** Writes and reads JSON. */
@NullMarked
package stretch.json;

import org.jspecify.annotations.NullMarked;
