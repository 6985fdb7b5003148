@NullMarked
package stretch.cue;

import org.jspecify.annotations.NullMarked;
