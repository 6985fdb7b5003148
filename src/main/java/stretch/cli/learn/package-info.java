/** The commands that show what can be practised. */
package stretch.cli.learn;
