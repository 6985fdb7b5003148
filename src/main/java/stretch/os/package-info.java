/** The outside: clock, environment, processes, atomic files, locks, native libraries, notifications. */
@NullMarked
package stretch.os;

import org.jspecify.annotations.NullMarked;
