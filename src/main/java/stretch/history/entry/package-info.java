/** What the history holds, as it is read, and what each field of it may be: sessions, steps, check-ins, pauses. */
package stretch.history.entry;
