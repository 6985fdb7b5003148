/** Printer, pager, progress line, prompts: one way to print anything. */
@NullMarked
package stretch.output;

import org.jspecify.annotations.NullMarked;
