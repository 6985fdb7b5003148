/** Whether practice is due, as the record has it, and the answer that is kept for the prompt. */
package stretch.reminder.answer;
