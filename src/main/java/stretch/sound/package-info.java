/** What is heard: bell, tones, voice. */
package stretch.sound;
