/** Reads YAML strictly: a tree in which every key and value knows its place, and a list of every mistake. */
@NullMarked
package stretch.yaml;

import org.jspecify.annotations.NullMarked;
