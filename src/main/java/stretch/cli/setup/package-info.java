/** The commands that set up and look after an installation. */
@NullMarked
package stretch.cli.setup;

import org.jspecify.annotations.NullMarked;
