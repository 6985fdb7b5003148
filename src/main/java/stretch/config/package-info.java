/** The user's settings, and editing the user's own files. */
@NullMarked
package stretch.config;

import org.jspecify.annotations.NullMarked;
