/** What the doctor looks at. */
@NullMarked
package stretch.cli.setup.doctor;

import org.jspecify.annotations.NullMarked;
