/** The catalogue in the form in which it is read fastest. */
@NullMarked
package stretch.catalogue.cache;

import org.jspecify.annotations.NullMarked;
