/** Reminders by cron, systemd, launchd and calendar: their texts, and installing them. */
@NullMarked
package stretch.reminder.schedule;

import org.jspecify.annotations.NullMarked;
