/** What the record says about the practice: streaks, weeks, balance, trends. Pure. */
@org.jspecify.annotations.NullMarked
package stretch.progress;
