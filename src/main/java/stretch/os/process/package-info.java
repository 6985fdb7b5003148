/** Other programs: started, fed, heard and ended; the browser, notices and other terminals. */
@NullMarked
package stretch.os.process;

import org.jspecify.annotations.NullMarked;
