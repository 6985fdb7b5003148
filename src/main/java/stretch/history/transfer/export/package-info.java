/** The history written for other programs: CSV, JSON and calendars. */
@NullMarked
package stretch.history.transfer.export;

import org.jspecify.annotations.NullMarked;
