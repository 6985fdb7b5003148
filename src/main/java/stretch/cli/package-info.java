/** The command line: picocli, and nothing else knows it. Registry, context, global options, errors. */
package stretch.cli;
