/** Reminders by units: files for systemd and launchd. */
@NullMarked
package stretch.reminder.schedule.unit;

import org.jspecify.annotations.NullMarked;
