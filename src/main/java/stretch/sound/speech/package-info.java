/** Programs that speak: which there are, how long words take them, and their words as samples. */
@NullMarked
package stretch.sound.speech;

import org.jspecify.annotations.NullMarked;
