/** Whether practice is due, and why. */
package stretch.reminder;
