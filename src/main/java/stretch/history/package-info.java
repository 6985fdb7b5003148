/** What was done: sessions, steps, check-ins and pauses of reminders. */
package stretch.history;
