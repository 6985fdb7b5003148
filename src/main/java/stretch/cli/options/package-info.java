/** What a command may be given, how it is read, and the help that tells of it. */
@NullMarked
package stretch.cli.options;

import org.jspecify.annotations.NullMarked;
