/** What is heard: bell, tones, voice. */
@NullMarked
package stretch.sound;

import org.jspecify.annotations.NullMarked;
