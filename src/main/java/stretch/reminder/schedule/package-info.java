/** Reminders by cron, systemd, launchd and calendar: their texts, and installing them. */
package stretch.reminder.schedule;
