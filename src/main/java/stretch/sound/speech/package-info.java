/** Programs that speak: which there are, how long words take them, and their words as samples. */
package stretch.sound.speech;
