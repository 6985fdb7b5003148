/** What an exercise is: its dose, pace, position, side and figure. */
package stretch.catalogue.exercise;
