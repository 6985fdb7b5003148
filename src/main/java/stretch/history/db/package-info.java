/** The history as an SQLite database: connections, schema, checksums. */
package stretch.history.db;
