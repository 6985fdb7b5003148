/** The home screen: what is due, what may be started and by which key. */
@NullMarked
package stretch.screen.home;

import org.jspecify.annotations.NullMarked;
