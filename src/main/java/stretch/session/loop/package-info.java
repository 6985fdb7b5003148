/** A session as it runs: waits, keys, and who shows and records what happens. */
package stretch.session.loop;
