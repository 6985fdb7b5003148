/** Stick figures: joints to strokes, strokes to Braille cells or SVG. Pure. */
@NullMarked
package stretch.figure;

import org.jspecify.annotations.NullMarked;
