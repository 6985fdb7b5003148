/** Export and import of the history, a file a format. */
package stretch.history.transfer;
