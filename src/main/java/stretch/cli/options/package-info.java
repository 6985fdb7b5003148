/** What a command may be given, how it is read, and the help that tells of it. */
package stretch.cli.options;
