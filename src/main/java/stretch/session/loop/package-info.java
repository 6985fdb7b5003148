/** A session as it runs: waits, keys, and who shows and records what happens. */
@NullMarked
package stretch.session.loop;

import org.jspecify.annotations.NullMarked;
