/** The commands that set up and look after an installation. */
package stretch.cli.setup;
