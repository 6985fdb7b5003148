/** What the history adds up to: streaks, weeks, balance, trends. Pure. */
package stretch.stats;
