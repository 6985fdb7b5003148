/** What a session needs around it: runner, recording, safety prompts, dose adjuster. */
package stretch.coaching;
