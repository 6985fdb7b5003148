/** What happens in each step and what is said, shown and rung when: pure data that every channel reads. */
package stretch.session.script;
