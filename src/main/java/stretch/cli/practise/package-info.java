/** The commands that practise: run, resume, render, checkin. */
@NullMarked
package stretch.cli.practise;

import org.jspecify.annotations.NullMarked;
