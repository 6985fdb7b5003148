/** Whether practice is due, as the record has it, and the answer that is kept for the prompt. */
@NullMarked
package stretch.reminder.answer;

import org.jspecify.annotations.NullMarked;
