/** The history as an SQLite database: connections, schema, checksums. */
@NullMarked
package stretch.history.db;

import org.jspecify.annotations.NullMarked;
