package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import stretch.catalogue.StepOutcome;
import stretch.cli.CliRunner;

/** Whatever is on record can be mended, seen and taken back. */
@Tag("once")
class EditCommandTest {
    @TempDir
    private Path home;

    private CliRunner program;

    @BeforeEach
    void something_of_each_kind() {
        program = new CliRunner(home).setTime("2026-11-21T09:00:00+01:00[Europe/Berlin]");
        said("add", "daily", "--at", "2026-11-20 08:00");
        said("checkin", "--pain", "3", "--hips", "worse", "--at", "2026-11-20 12:00", "--note", "after the garden");
        said("snooze", "30m", "--reason", "a call");
        program.setTime("2026-11-21T09:05:00+01:00[Europe/Berlin]");
        said("skip", "--days", "2", "--reason", "away");
    }

    private String said(String... command) {
        var ran = program.run(command);
        assertThat(ran.code()).as(Arrays.toString(command) + ran.err()).isZero();
        return ran.out();
    }

    private String history() {
        return said("history").replaceAll("(?m)^[0-9a-f]{8}", "ID");
    }

    /** The id that the history shows for the line with this word. */
    private String id(String word) {
        return said("history")
                .lines()
                .filter(line -> line.contains("  " + word + "  "))
                .findFirst()
                .orElseThrow()
                .substring(0, 8);
    }

    @Test
    void history_has_all_of_them_in_their_place() {
        assertThat(history()).isEqualTo("""
                ID  2026-11-20 08:00  daily     completed               3/3               2 min 20 s
                ID  2026-11-20 12:00  check-in  pain 3, hips worse      after the garden
                ID  2026-11-21 09:00  snooze    until 2026-11-21 09:30  a call
                ID  2026-11-21 09:05  skip      2 days                  away
                """);
        assertThat(said("history", "--json"))
                .contains(
                        "\"checkins\":[{\"checkin\":\"",
                        "\"pain\":3,\"marker_bending\":null,\"marker_hips\":\"worse\"");
        assertThat(said("history", id("check-in")).replaceAll("[0-9a-f-]{36}", "ID"))
                .isEqualTo("""
                check-in, 2026-11-20 12:00
                  id        ID
                  pain      3
                  hips      worse
                  note      after the garden
                """);
        assertThat(said("history", id("skip")).replaceAll("[0-9a-f-]{36}", "ID"))
                .isEqualTo("""
                skip, 2026-11-21 09:05
                  id        ID
                  length    2 days
                  note      away
                """);
        assertThat(said("history", id("snooze"), "--json"))
                .startsWith("{\"rest\":\"")
                .contains("\"kind\":\"snooze\"", "\"days\":null");
        assertThat(said("complete-ids", "sessions"))
                .startsWith(id("skip") + "\tskip, 2026-11-21 09:05\n")
                .contains(
                        id("daily") + "\tdaily, 2026-11-20 08:00\n", id("check-in") + "\tcheck-in, 2026-11-20 12:00\n");
    }

    @Test
    void a_step_is_mended_and_takes_the_time_of_its_session_along() {
        var before = said("history", "last");
        assertThat(said("edit", "last", "--step", "3", "--done", "8", "--load", "5 kg", "--outcome", "shortened"))
                .isEqualTo("edited step 3 of daily, 2026-11-20 08:00, session " + id("daily")
                        + "; 'stretch undo' undoes it\n");
        assertThat(said("history", "last")).containsPattern("3 +hip-hinge +8/5 reps, 5 kg +shortened");
        said("edit", "last", "--step", "1", "--done", "90s");
        assertThat(said("history", "last"))
                .containsPattern("right +90/60 s +done")
                .contains("active    3 min 2 s");
        said("undo");
        said("undo");
        assertThat(said("history", "last")).isEqualTo(before);
    }

    @Test
    void the_time_of_a_session_follows_what_was_done_at_the_pace_on_record() {
        var times = Map.of("3", "2 min 12 s", "12", "2 min 48 s", "2", "2 min 8 s", "0", "2 min", "5", "2 min 20 s");
        for (var reps : List.of("3", "12", "2", "5")) {
            said("edit", "last", "--step", "3", "--done", reps);
            assertThat(said("history", "last")).contains("active    " + times.get(reps) + "\n");
        }
        for (var reps : List.of("0", "5")) {
            said("edit", "last", "--step", "3", "--done", reps);
            assertThat(said("history", "last")).as("no pace is left").contains("active    " + times.get("0") + "\n");
        }
    }

    @Test
    void a_session_of_which_nothing_is_left_was_not_completed() {
        for (var step : List.of("1", "2")) {
            said("edit", "last", "--step", step, "--done", "0s");
        }
        assertThat(said("history", "last")).contains("outcome   completed", "1 of 3");
        said("edit", "last", "--step", "3", "--done", "0");
        assertThat(said("history", "last")).contains("outcome   stopped", "0 of 3");
        said("undo");
        assertThat(said("history", "last")).contains("outcome   completed", "1 of 3");
    }

    @ParameterizedTest
    @EnumSource
    void an_amount_decides_how_a_step_ended_unless_that_is_said(StepOutcome before) {
        for (var step : Map.of("1", List.of("0s", "59s", "60s", "61s"), "3", List.of("0", "4", "5", "6"))
                .entrySet()) {
            var amounts = step.getValue();
            for (var amount : amounts) {
                var by = List.of(StepOutcome.SKIPPED, StepOutcome.SHORTENED, StepOutcome.DONE, StepOutcome.DONE)
                        .get(amounts.indexOf(amount));
                said("edit", "last", "--step", step.getKey(), "--outcome", before.id());
                said("edit", "last", "--step", step.getKey(), "--done", amount);
                assertThat(ended(step.getKey())).isEqualTo(before == StepOutcome.HURT ? before.id() : by.id());
                said("edit", "last", "--step", step.getKey(), "--done", amount, "--outcome", before.id());
                assertThat(ended(step.getKey())).isEqualTo(before.id());
            }
        }
    }

    private String ended(String step) {
        return said("export", "--steps")
                .lines()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[1].equals(step))
                .map(cells -> cells[10])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_session_gets_another_routine() {
        said("edit", "last", "--routine", "full", "--pain-after", "2");
        assertThat(said("history", "last"))
                .startsWith("full, 2026-11-20 08:00\n")
                .contains("  pain      2 after\n");
    }

    @Test
    void check_ins_snoozes_and_skips_are_mended_deleted_and_brought_back() {
        var before = said("history");
        var checkIn = id("check-in");
        assertThat(said(
                        "edit",
                        checkIn,
                        "--pain",
                        "5",
                        "--bending",
                        "better",
                        "--at",
                        "2026-11-20 07:00",
                        "--note",
                        ""))
                .isEqualTo("edited check-in, 2026-11-20 07:00, " + checkIn + "; 'stretch undo' undoes it\n");
        said("edit", id("snooze"), "--duration", "1h");
        said("edit", id("skip"), "--days", "3", "--note", "far away");
        assertThat(history()).isEqualTo("""
                ID  2026-11-20 07:00  check-in  pain 5, bending better, hips worse
                ID  2026-11-20 08:00  daily     completed                           3/3       2 min 20 s
                ID  2026-11-21 09:00  snooze    until 2026-11-21 10:00              a call
                ID  2026-11-21 09:05  skip      3 days                              far away
                """);
        assertThat(said("delete", checkIn))
                .isEqualTo("deleted check-in " + checkIn + " (2026-11-20); 'stretch undo' brings it back\n");
        said("delete", id("snooze"));
        assertThat(said("delete", id("skip"))).contains("deleted skip");
        assertThat(history()).hasLineCount(1);
        for (int i = 0; i < 6; i++) {
            said("undo");
        }
        assertThat(said("history")).isEqualTo(before);
    }

    @Test
    void what_was_deleted_does_not_come_back_from_an_export_and_goes_elsewhere_too() {
        var before =
                program.file("before.json", said("export", "--format", "json")).toString();
        var other = home.resolve("other.db").toString();
        said("--db", other, "import", before);
        said("delete", id("check-in"));
        said("delete", id("skip"));
        assertThat(said("import", before)).contains("nothing new");
        var after =
                program.file("after.json", said("export", "--format", "json")).toString();
        said("delete", "last");
        var all = program.file("all.json", said("export", "--format", "json")).toString();
        assertThat(said("--db", other, "import", all, "--dry-run", "--json"))
                .contains("\"sessions_deleted\":1,\"steps_added\":0,\"checkins_added\":0,\"rests_added\":0,")
                .endsWith(",\"dry_run\":true,\"checkins_deleted\":1,\"rests_deleted\":1}\n");
        said("undo");
        assertThat(said("--db", other, "import", after))
                .isEqualTo("imported: 0 sessions added, 0 changed, 0 deleted; 0 steps, 1 check-in deleted,"
                        + " 1 snooze or skip deleted\n");
        assertThat(said("--db", other, "undo", "--list")).contains("import after.json, 0 sessions added");
        assertThat(said("--db", other, "history")).isEqualTo(said("history"));
        assertThat(said("--db", other, "import", before)).contains("nothing new");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "daily    | --load x       | --load does not go with a session without --step; write one of --note, --at,",
                "daily    | --pain 3       | --pain does not go with a session; write one of --note, --at,",
                "daily    | --step 2 --note x | --note does not go with --step; write one of --step, --done, --outcome, --load",
                "daily    | --step 9 --done 1 | session ID has no step 9; 'stretch history ID' shows those it has",
                "daily    | --step 1 --done 30 | --done: '30' is not a duration; write 30s for seconds",
                "daily    | --step 3 --done 8s | --done 8s is not a number of reps; write 0 to 100000",
                "daily    | --step 3 --outcome stopped | --outcome stopped is not an outcome of a step; write done, shortened,",
                "daily    | --step 3       | nothing to change; give --done, --outcome or --load",
                "daily    | --routine nosuch | there is no routine 'nosuch'; 'stretch list' lists them",
                "check-in | --days 3       | --days does not go with a check-in; write one of --note, --at, --pain,",
                "check-in | --pain 11      | --pain 11 is out of range; write 0 (none) to 10 (worst)",
                "snooze   | --days 3       | --days does not go with a snooze; write one of --note, --at, --duration",
                "skip     | --days 367     | --days 367 is out of range; write 1 to 366",
                "skip     | --step 1 --done 3 | --step does not go with a skip; write one of --note, --at, --days",
            })
    void what_does_not_fit_is_refused(String kind, String options, String message) {
        var before = said("history");
        var id = id(kind);
        var ran = program.run(("edit " + id + " " + options).split(" "));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err().replace(id, "ID"))
                .startsWith("stretch: " + message)
                .hasLineCount(1);
        assertThat(said("history")).isEqualTo(before);
    }

    /** The end of a session follows from its start, its practice and its pauses. */
    @ParameterizedTest
    @CsvSource({
        "--duration 4h,               2026-11-20T12:00:00.000+01:00, 14400",
        "--duration 1m,               2026-11-20T08:01:00.000+01:00, 60",
        "--step 1 --done 90s,         2026-11-20T08:02:50.000+01:00, 170",
        "--duration 3m --at 2026-11-20T09:00, 2026-11-20T09:03:00.000+01:00, 180",
    })
    void the_end_moves_with_the_time_practised(String options, String end, String seconds) {
        said(("edit last " + options).split(" "));
        assertThat(said("export").lines().skip(1)).singleElement().asString().contains("," + end + "," + seconds + ",");
    }

    /** Likewise the steps after one that took longer or shorter begin later or sooner, as long after it as before. */
    @ParameterizedTest
    @CsvSource({"1, 90s, 30", "1, 20s, -40", "2, 4m, 180", "3, 8, 0"})
    void the_steps_after_it_move_too(int step, String done, int seconds) {
        var before = starts();
        said("edit", "last", "--step", Integer.toString(step), "--done", done);
        var after = starts();
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isEqualTo(before.get(i).plusSeconds(i < step ? 0 : seconds));
        }
        said("undo");
        assertThat(starts()).isEqualTo(before);
    }

    private List<OffsetDateTime> starts() {
        return said("export", "--steps")
                .lines()
                .skip(1)
                .map(line -> OffsetDateTime.parse(line.split(",", -1)[11]))
                .toList();
    }
}
