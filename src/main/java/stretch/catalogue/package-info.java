@NullMarked
package stretch.catalogue;

import org.jspecify.annotations.NullMarked;
