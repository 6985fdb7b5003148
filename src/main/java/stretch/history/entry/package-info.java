/** What the history holds, as it is read, and what each field of it may be: sessions, steps, check-ins, pauses. */
@NullMarked
package stretch.history.entry;

import org.jspecify.annotations.NullMarked;
