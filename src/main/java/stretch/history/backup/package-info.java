/** Copies of the history, the check of its integrity, and recovery of a damaged one. */
package stretch.history.backup;
