/** Reads YAML strictly: a tree in which every key and value knows its position, and a list of every problem. */
package stretch.yaml;
