/** Writes SVG. */
package stretch.svg;
