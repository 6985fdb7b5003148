package stretch.reminder.schedule;

/** What does the waking. */
public enum SchedulerKind {
    cron,
    systemd,
    launchd,
    ics
}
