/** What happens in each step and what is said, shown and rung when: pure data that every channel reads. */
@NullMarked
package stretch.session.script;

import org.jspecify.annotations.NullMarked;
