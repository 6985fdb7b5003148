/** The page that somebody keeps, prints, or takes along: facts out of the record, charts, and their HTML. Pure. */
@org.jspecify.annotations.NullMarked
package stretch.report;
