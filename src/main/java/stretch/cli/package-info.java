/** The command line: picocli, and nothing else knows it. Registry, context, global options, errors. */
@NullMarked
package stretch.cli;

import org.jspecify.annotations.NullMarked;
