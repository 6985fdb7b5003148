/** Stick figures: joints to strokes, strokes to Braille cells or SVG. Pure. */
package stretch.figure;
