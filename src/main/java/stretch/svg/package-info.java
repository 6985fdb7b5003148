/** Writes SVG. */
@NullMarked
package stretch.svg;

import org.jspecify.annotations.NullMarked;
