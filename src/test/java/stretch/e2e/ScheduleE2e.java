package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.e2e.RunningProcess.Output;

/** The printed cron line, run as cron runs it. */
@Tag("once")
class ScheduleE2e {
    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        // Such a path shows whether the quotes hold.
        home = new Home(Files.createDirectory(folder.resolve("100 % o'neil")));
    }

    /** Cron's whole environment, a closed stdin and no terminal; the one more variable keeps the tests from building. */
    private Output cron(String line) throws Exception {
        assertThat(line).startsWith("0 9 * * * ").doesNotContainPattern("[^\\\\]%");
        home.environment()
                .put("command", line.strip().substring("0 9 * * * ".length()).replace("\\%", "%"));
        return home.script("exec setsid env -i HOME=\"$HOME\" LOGNAME=you SHELL=/bin/sh PATH=/usr/bin:/bin"
                + " TZ=\"$TZ\" STRETCH_NO_BUILD=1 sh -c \"$command\" <&-");
    }

    @Test
    void cron_reminds_until_it_is_done() throws Exception {
        var line = home.run("schedule", "quick").out();
        assertThat(cron(line))
                .isEqualTo(new Output("Time for Quick, about 40 s (not done today): stretch run quick\n", "", 0));

        home.run("run", "quick", "--prepare", "0s", "--switch", "0s");

        assertThat(cron(line)).isEqualTo(new Output("", "", 0));
    }

    @Test
    void cron_finds_the_files_that_were_named() throws Exception {
        var db = home.folder().resolve("100 %.db").toString();
        home.environment()
                .put(
                        "XDG_CONFIG_HOME",
                        Files.createDirectory(home.folder().resolve("conf")).toString());
        Files.createDirectory(home.folder().resolve("conf/stretch"));
        Files.copy(
                home.folder().resolve(".config/stretch/routines.yaml"),
                home.folder().resolve("conf/stretch/routines.yaml"));
        Files.delete(home.folder().resolve(".config/stretch/routines.yaml"));
        home.run("--db", db, "checkin", "--pain", "1");
        var line = home.run("--db", db, "schedule", "quick").out();
        assertThat(cron(line).out()).startsWith("Time for Quick");

        home.run("--db", db, "run", "quick", "--prepare", "0s", "--switch", "0s");

        assertThat(cron(line)).isEqualTo(new Output("", "", 0));
    }

    @Test
    void cron_mails_an_error() throws Exception {
        var line = home.run("schedule", "quick").out();
        Files.delete(home.folder().resolve(".config/stretch/routines.yaml"));
        var ran = cron(line);
        assertThat(ran.err()).startsWith("stretch: there is no routine 'quick'");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void the_line_is_installed_as_it_is_printed() throws Exception {
        var tab = home.folder().resolve("tab");
        home.standIn(
                "crontab",
                "case $1 in\n-l) cat '" + tab.toString().replace("'", "'\"'\"'")
                        + "' 2>/dev/null || { echo 'no crontab for you' >&2; exit 1; } ;;\n-) cat >\""
                        + tab + "\" ;;\nesac");

        var ran = home.run("schedule", "--install");

        // Whether cron runs on this machine is another matter, and said in a line of its own.
        assertThat(ran.err()).startsWith("the reminder for all routines is installed in the crontab\n");
        assertThat(Files.readString(tab))
                .isEqualTo("# stretch: begin all\n" + home.run("schedule").out() + "# stretch: end all\n");
        assertThat(home.run("schedule", "--list").out()).startsWith("cron  all  09:00 every day  ");
    }
}
