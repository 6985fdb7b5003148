/** What was done: sessions, steps, check-ins and pauses of reminders. */
@NullMarked
package stretch.history;

import org.jspecify.annotations.NullMarked;
