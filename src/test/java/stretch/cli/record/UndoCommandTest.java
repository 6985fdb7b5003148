package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.cli.CliRunner;
import stretch.history.History;
import stretch.history.SampleHistory;

/** Undo as a user meets it: practice is never lost by taking a correction back. */
class UndoCommandTest {
    private static final Path CACHES = Path.of("target", "caches").toAbsolutePath();
    private static final String ID = "00000001-0000-7000-8000-000000000001";

    @TempDir
    private Path home;

    private CliRunner program;

    /** The first of three steps is done, and how it felt was said; then the window was closed. */
    @BeforeEach
    void a_session_that_broke_off() {
        program = new CliRunner(home).withCautionsRead().setTime("2026-11-20T09:00:00+01:00[Europe/Berlin]");
        try (var history = History.open(home.resolve(".local/share/stretch/history.db"), CACHES)) {
            SampleHistory.brokenOff(history, ID);
            history.painAfter(ID, 4);
        }
    }

    private String ran(String... args) {
        return program.ran(args).out();
    }

    @Test
    void the_undo_of_an_edit_leaves_what_was_resumed_after_it() {
        ran("edit", "last", "--note", "hello");
        ran("resume", "--plain", "--quiet");
        assertThat(ran("export")).contains(",completed,3,3,,4,hello,");
        var steps = ran("export", "--steps");

        assertThat(ran("undo", "last")).isEqualTo("undone: edit daily, 2026-11-20 08:00, session 00000001\n");

        assertThat(ran("export", "--steps")).isEqualTo(steps);
        assertThat(ran("export")).contains(",completed,3,3,,4,,");
        var again = program.run("undo");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).startsWith("stretch: there is nothing to undo; 'stretch undo --list'");
    }

    @Test
    void what_another_machine_changed_later_stays_and_the_list_says_so(@TempDir Path elsewhere, @TempDir Path folder) {
        var shared = folder.toString();
        var other = new CliRunner(elsewhere).withCautionsRead().setTime("2026-11-20T09:30:00+01:00[Europe/Berlin]");
        ran("add", "relief", "--at", "08:30");
        ran("sync", shared);
        other.ran("sync", shared);
        other.ran("edit", "last", "--note", "b");
        other.ran("sync", shared);
        ran("sync", shared);
        var before = ran("export");

        assertThat(ran("undo")).startsWith("not undone: add relief, 2026-11-20 08:30");

        assertThat(ran("export")).isEqualTo(before).contains(",relief,");
        assertThat(ran("undo", "--list"))
                .containsPattern("add relief.* \\(not undone\\)")
                .doesNotContain("(undone)");
        assertThat(ran("undo", "--list", "--json")).contains("\"undone\":false").doesNotContain("\"undone\":true");
    }

    @Test
    void what_was_resumed_stands_where_an_edit_said_otherwise() {
        ran("edit", "last", "--outcome", "stopped", "--note", "hello");
        ran("resume", "--plain", "--quiet");
        assertThat(ran("undo")).isEqualTo("""
                        undone: edit daily, 2026-11-20 08:00, session 00000001
                        kept the outcome of session 00000001, which 'resume daily, 2026-11-20 08:00, session 00000001' changed later
                        """);
        assertThat(ran("export")).contains(",completed,3,3,,4,,");
    }

    @Test
    void a_change_of_which_all_was_changed_later_is_not_undone() {
        ran("edit", "last", "--outcome", "stopped");
        ran("edit", "last", "--outcome", "completed");
        assertThat(ran("undo", "2")).isEqualTo("""
                        not undone: edit daily, 2026-11-20 08:00, session 00000001
                        kept the outcome of session 00000001, which 'edit daily, 2026-11-20 08:00, session 00000001' changed later
                        """);
        assertThat(ran("undo", "--json")).contains("\"undone\":true,\"change\":3,");
        ran("edit", "last", "--note", "a");
        ran("edit", "last", "--note", "b");
        assertThat(ran("undo", "4", "--json")).contains("\"undone\":false,\"change\":4,");
        assertThat(ran("undo")).startsWith("undone: ");
        assertThat(ran("export")).contains(",interrupted,1,3,,4,,");
    }

    @Test
    void practice_is_undone_by_its_number_alone() {
        ran("resume", "--plain", "--quiet");
        assertThat(ran("undo", "--list").lines())
                .containsExactly(
                        "2  2026-11-20 09:00  resume daily, 2026-11-20 08:00, session 00000001",
                        "1  2026-11-20 08:00  run daily, 2026-11-20 08:00, session 00000001");
        assertThat(ran("undo", "--list", "--json")).contains("\"change\":2,\"kind\":\"practice\"");
        assertThat(ran("undo", "2")).startsWith("undone: resume daily");
        assertThat(ran("export")).contains(",interrupted,1,3,,4,,");
        assertThat(program.run("undo", "2").err()).isEqualTo("stretch: change 2 is undone already\n");
        assertThat(ran("undo", "1")).startsWith("undone: run daily");
        assertThat(ran("export").lines()).hasSize(1);
        assertThat(program.run("undo", "9").err())
                .isEqualTo("stretch: there is no change 9; 'stretch undo --list' lists the changes\n");
    }
}
