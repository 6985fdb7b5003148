/** A routine unrolled into steps by side, with what the user wants otherwise. Pure. */
@NullMarked
package stretch.session.plan;

import org.jspecify.annotations.NullMarked;
