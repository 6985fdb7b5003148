package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.e2e.RunningProcess.Output;

/** What cron, pipes and odd shells do to a program. */
class EnvironmentE2e {
    /** As bare as cron has it; the last only keeps the tests from building. */
    private static final String BARE = "env -i PATH=/usr/bin:/bin TZ=\"$TZ\" STRETCH_NO_BUILD=1 ";

    private static final String SESSION = " run quick --prepare 0s --switch 0s --quiet ";

    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder);
    }

    @Test
    void due_and_remind_in_cron() throws Exception {
        var cron = BARE + "HOME=\"$HOME\" \"$stretch\" ";

        assertThat(home.script(cron + "due quick")).isEqualTo(new Output("quick is due\n", "", 0));
        assertThat(home.script(cron + "due quick --quiet")).isEqualTo(new Output("", "", 0));
        assertThat(home.script(cron + "remind quick"))
                .isEqualTo(new Output("Time for Quick, about 40 s (not done today): stretch run quick\n", "", 0));

        home.script(cron + SESSION);

        assertThat(home.script(cron + "due quick")).isEqualTo(new Output("quick is not due\n", "", 1));
        assertThat(home.script(cron + "remind quick")).isEqualTo(new Output("", "", 0));
    }

    @Test
    void without_home_there_is_no_place_for_the_history() throws Exception {
        var nowhere = new Output(
                "", "stretch: there is no place for the history: HOME is not set; set HOME or STRETCH_DB\n", 78);

        assertThat(home.script(BARE + "\"$stretch\" history")).isEqualTo(nowhere);
        assertThat(home.script(BARE + "\"$stretch\" due daily")).isEqualTo(nowhere);
        assertThat(home.script(BARE + "\"$stretch\" run daily")).isEqualTo(nowhere);
    }

    @Test
    void without_home_what_records_nothing_runs() throws Exception {
        for (var options : List.of("--dry-run --script", "--rehearse", "--no-log --prepare 0s --switch 0s --hold 1s")) {
            var ran = home.script(BARE + "\"$stretch\" run one-stretch --plain " + options + " </dev/null");
            assertThat(ran.code()).as(ran.toString()).isZero();
            assertThat(ran.out()).startsWith("one-stretch: ");
            assertThat(ran.err()).doesNotContain("stretch: ", "not used");
        }
    }

    @Test
    void without_home_the_history_is_where_it_is_named() throws Exception {
        home.run("run", "quick", "--prepare", "0s", "--switch", "0s");

        var named = home.script(
                BARE + "STRETCH_DB=\"$HOME/.local/share/stretch/history.db\" XDG_CACHE_HOME=\"$HOME/.cache\""
                        + " \"$stretch\" history");

        assertThat(named.err()).isEmpty();
        assertThat(named.out()).endsWith("  quick  completed  2/2  2 s\n");
        assertThat(named.code()).isZero();
    }

    /** The name is spelled in bytes, because Java may not be able to say it in the locale of the tests. */
    @Test
    void a_file_named_in_another_alphabet_where_the_locale_is_c() throws Exception {
        var named = "f=\"$HOME/$(printf '\\303\\274bung.yaml')\"; cp \"$HOME/.config/stretch/routines.yaml\" \"$f\";";

        var found =
                home.script(named + BARE + "LANG=C HOME=/dev/null/nowhere \"$stretch\" --routines \"$f\" show quick");
        assertThat(found.err()).isEmpty();
        assertThat(found.out()).contains("Quick");
        assertThat(found.code()).isZero();

        var missing = home.script(named + "rm \"$f\";" + BARE + "LANG=C \"$stretch\" --routines \"$f\" list");
        assertThat(missing.err())
                .isEqualTo("stretch: " + home.folder()
                        + "/\u00fcbung.yaml: there is no such file; name one that exists\n");
        assertThat(missing.code()).isEqualTo(66);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<&-", ">&-", "2>&-", "<&- >&- 2>&-"})
    void closed_streams_do_no_harm(String closed) throws Exception {
        assertThat(home.script("\"$stretch\"" + SESSION + closed).code()).isZero();
        assertThat(home.script("\"$stretch\" list " + closed).code()).isZero();

        assertThat(home.sessions()).containsExactly("quick completed 2/2");
    }

    /** Were a closed stream's number left free, the JVM would print into the next file that it opened. */
    @Test
    void closed_streams_are_open_on_nothing_while_it_runs() throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "needs Linux's /proc");
        // A step on record says that the JVM has opened its files.
        var fds = home.script("""
                "$stretch" run quick --prepare 0s --switch 1h <&- >&- 2>&- & pid=$!
                until "$stretch" history --quiet | grep -q ' 1/2 '; do :; done
                for fd in 0 1 2; do readlink /proc/$pid/fd/$fd; done
                kill $pid; wait $pid""");

        assertThat(fds).isEqualTo(new Output("/dev/null\n".repeat(3), "", 143));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show quick", "--help", "export", "history --json", "run quick --rehearse"})
    void a_reader_that_left_ends_it_without_a_word(String command) throws Exception {
        // The reader is gone for certain before stretch begins.
        var piped = home.script("{ until [ -e gone ]; do sleep 0.01; done; \"$stretch\" --quiet " + command
                + "; } | { exec </dev/null; touch gone; }; exit ${PIPESTATUS[0]}");

        assertThat(piped).isEqualTo(new Output("", "", 141));
    }

    @Tag("once")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "show quick",
                "--help",
                "due --porcelain",
                "export",
                "figures",
                "history --json",
                "run quick --rehearse"
            })
    void a_full_disk_is_told_of(String command) throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/full")), "needs /dev/full");

        var full = home.script("\"$stretch\" --quiet " + command + " >/dev/full");

        assertThat(full).isEqualTo(new Output("", "stretch: the output could not be written; is the disk full?\n", 74));
    }
}
