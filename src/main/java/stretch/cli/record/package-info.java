/** The commands that show, change and carry the history. */
package stretch.cli.record;
