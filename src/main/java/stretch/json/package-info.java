/** Writes and reads JSON. */
package stretch.json;
