/** Turns {@code routines.yaml} into a catalogue, and names every problem with its place. */
package stretch.catalogue.read;
