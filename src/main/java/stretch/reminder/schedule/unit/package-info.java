/** Reminders by units: files for systemd and launchd. */
package stretch.reminder.schedule.unit;
