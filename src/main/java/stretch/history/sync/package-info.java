/** The history of several machines that share a folder. */
package stretch.history.sync;
