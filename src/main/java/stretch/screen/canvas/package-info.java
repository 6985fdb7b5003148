/** What a screen is drawn with: cells, digits, small letters, gauges and colours. */
@NullMarked
package stretch.screen.canvas;

import org.jspecify.annotations.NullMarked;
