/** Turns {@code routines.yaml} into a catalogue, and names every problem with its place. */
@NullMarked
package stretch.catalogue.read;

import org.jspecify.annotations.NullMarked;
