/** The commands that remind. */
package stretch.cli.remind;
