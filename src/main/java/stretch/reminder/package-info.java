/** Whether practice is due, and why. */
@NullMarked
package stretch.reminder;

import org.jspecify.annotations.NullMarked;
