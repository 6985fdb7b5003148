/** Pages for the browser and the wall; knows the template engine, and nothing else does. */
@NullMarked
package stretch.html;

import org.jspecify.annotations.NullMarked;
