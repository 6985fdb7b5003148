package stretch.reminder.schedule;

/** What does the waking. */
public enum SchedulerKind {
    cron("crontab"),
    systemd("systemctl"),
    launchd("launchctl"),
    ics("");

    private final String program;

    SchedulerKind(String program) {
        this.program = program;
    }

    /** The program that it is installed with; "" for a calendar, which needs none. */
    public String program() {
        return program;
    }
}
