/** Printer, pager, progress line, prompts: one way to print anything. */
package stretch.output;
