/** What an exercise is: its dose, pace, position, side and figure. */
@NullMarked
package stretch.catalogue.exercise;

import org.jspecify.annotations.NullMarked;
