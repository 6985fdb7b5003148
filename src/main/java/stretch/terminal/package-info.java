/** Full screen and plain lines; knows JLine, and nothing else does. */
package stretch.terminal;
