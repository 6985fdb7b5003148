/** What a screen is drawn with: cells, digits, small letters, gauges and colours. */
package stretch.screen.canvas;
