/** The heart: plan, state, events, effects, loop. Pure, no drawing. */
@NullMarked
package stretch.session;

import org.jspecify.annotations.NullMarked;
