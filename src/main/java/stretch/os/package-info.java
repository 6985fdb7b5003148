/** The outside: clock, environment, processes, atomic files, locks, native libraries, notifications. */
package stretch.os;
