@NullMarked
package stretch.session;

import org.jspecify.annotations.NullMarked;
