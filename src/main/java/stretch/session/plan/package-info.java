/** A routine unrolled into steps by side, with what the user wants otherwise. Pure. */
package stretch.session.plan;
