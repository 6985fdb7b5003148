/** The commands that practise: run, resume, checkin. */
@NullMarked
package stretch.cli.practise;

import org.jspecify.annotations.NullMarked;
