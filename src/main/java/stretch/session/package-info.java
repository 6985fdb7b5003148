/** The heart: plan, state, events, effects, loop. Pure, no drawing. */
package stretch.session;
