/** The page that somebody keeps, prints or takes along: content out of the history, charts, and their HTML. Pure. */
package stretch.report;
