/** What the history adds up to: streaks, weeks, balance, trends. Pure. */
@NullMarked
package stretch.stats;

import org.jspecify.annotations.NullMarked;
