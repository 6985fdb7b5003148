/** Small tools for text that know nothing of stretching. */
package stretch.text;
