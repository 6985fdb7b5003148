/** The page that somebody keeps, prints or takes along: content out of the history, charts, and their HTML. Pure. */
@NullMarked
package stretch.report;

import org.jspecify.annotations.NullMarked;
