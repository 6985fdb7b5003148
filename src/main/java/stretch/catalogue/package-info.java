/** What can be practised. Pure. */
@NullMarked
package stretch.catalogue;

import org.jspecify.annotations.NullMarked;
