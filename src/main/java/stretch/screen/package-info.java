/** A moment of the session and a size give cells. Pure. */
@NullMarked
package stretch.screen;

import org.jspecify.annotations.NullMarked;
