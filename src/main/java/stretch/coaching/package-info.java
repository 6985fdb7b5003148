/** What a session needs around it: runner, recording, safety prompts, dose adjuster. */
@NullMarked
package stretch.coaching;

import org.jspecify.annotations.NullMarked;
