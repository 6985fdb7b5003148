/** A command-line stretching companion: {@code Main} is the door, each folder below is one subject, see {@code CONTRIBUTING.md}. */
package stretch;
