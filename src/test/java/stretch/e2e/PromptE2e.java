package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.catalogue.Outcome;
import stretch.e2e.RunningProcess.Output;
import stretch.history.History;
import stretch.history.db.UuidV7;
import stretch.history.entry.ReminderPause;

/** What due and remind say, both ways: found by the JVM, and said again by the launcher alone while it is true. */
@Tag("once")
class PromptE2e {
    private static final int MUTE = 99;

    private static final String WANTED = "the sh of this machine cannot compare the dates of open files";

    private static final List<String> DOUBTS = List.of(
            // the record
            "touch \"$db\"",
            "touch -d '2 days ago' \"$db\"",
            "cp -p \"$db\" other && touch -d '1 day ago' other && mv other \"$db\"",
            "rm \"$db\"",
            "echo hot >\"$db-journal\"",
            "echo log >\"$db-wal\"",
            "export STRETCH_DB=\"$HOME/other.db\"",
            "export XDG_DATA_HOME=\"$HOME/data\"",
            // routines and settings
            "echo >>.config/stretch/routines.yaml",
            "touch -d '1 day ago' .config/stretch/routines.yaml",
            "rm .config/stretch/routines.yaml",
            // plans in the folder beside them
            "mkdir .config/stretch/routines.d",
            "mkdir .config/stretch/routines.d && echo >.config/stretch/routines.d/plan.yaml",
            "echo 'pace: slow' >.config/stretch/config.yaml",
            "echo >routines.yaml && export STRETCH_ROUTINES=\"$HOME/routines.yaml\"",
            "echo >config.yaml && export STRETCH_CONFIG=\"$HOME/config.yaml\"",
            "export XDG_CONFIG_HOME=\"$HOME/config\"",
            // the clock and the zone
            "touch -d 'now 1 hour' \"$kept/answer\" # as if it had gone back",
            "end=$(sed -n 3p \"$kept/answer\") && touch -d '1 second ago' \"$kept/$end\" # as if it had gone on",
            "export TZ=Europe/Berlin",
            "unset TZ",
            // what was kept
            "rm \"$kept/answer\"",
            "rm \"$kept\"/2*",
            "for one in \"$kept\"/2*; do rm \"$one\" && mkdir \"$one\"; done",
            "touch \"$kept\"/2*",
            "rm \"$kept/answer\" && mkdir \"$kept/answer\"",
            ": >\"$kept/answer\"",
            "head -c 3000 /dev/urandom >\"$kept/answer\"",
            "sed -i 's/^due .*/rm -rf nothing/' \"$kept/answer\" && touch -d '1 minute ago' \"$kept/answer\"",
            "sed -i '$d' \"$kept/answer\" && touch -d '1 minute ago' \"$kept/answer\"",
            "rm -rf .cache");

    private static final Map<String, Boolean> ANSWERS_ALONE = new HashMap<>();

    @TempDir
    Path folder;

    private Home home;
    private ZoneId zone;

    /** Where it is about noon, so that no test sees midnight; and a Java that counts how often it was started. */
    @BeforeEach
    void home() throws Exception {
        home = new Home(folder).alone();
        int east = 12 - ZonedDateTime.now(ZoneId.of("UTC")).getHour();
        zone = ZoneId.of("Etc/GMT" + (east == 0 ? "" : east > 0 ? "-" + east : "+" + -east));
        home.environment().put("TZ", zone.getId());
        home.java("""
                [ "$1" != -version ] || { echo 'openjdk version "17"' >&2; exit; }
                echo started >>"$HOME/started"
                [ ! -e "$HOME/mute" ] || exit 99
                exec "$REAL_JAVA" "$ARCHIVE" "$@"
                """);
    }

    // ---- both ways -----------------------------------------------------------------------------------------------

    /** One of each kind; the policy itself is a table in {@code DueDecisionTest}. */
    @ParameterizedTest(name = "{0}; {1}; {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                // by the goal
                "daily;    -1d;                     '';                         due daily 1",
                "daily;    -1d -2d 08:00;           '';                         ok - 3",
                "3/week;   -1d -2d;                 '';                         any",
                "every 3h; 08:00;                   'working-hours: 08:00-17:00'; due daily 1",
                "daily between 14:00-18:00; '';     '';                         ok - 0",
                // broken off
                "daily;    08:00=stopped;           '';                         due daily 0",
                // held back
                "daily;    snooze@20;               '';                         ok - 0",
                "daily;    skip@-1d@3 -2d;          '';                         ok - 1",
                "daily;    '';                      'quiet-hours: 11:00-13:30'; ok - 0",
                "daily;    '';                      'days-off: mon-sun';        ok - 0",
                // where the day starts later; it is about noon
                "daily;    08:00;                   'day-starts: 09:00';        due daily 1",
            })
    void both_ways_agree(String goal, String record, String settings, String expected) throws Exception {
        situation(goal, record, settings);

        var found = due();

        assertThat(found.err()).isEmpty();
        assertThat(found.out()).matches("(due daily|ok -) [0-9]+\n");
        assertThat(found.code()).isEqualTo(found.out().startsWith("due") ? 0 : 1);
        if (!expected.equals("any")) { // as it is on any day of the week
            assertThat(found.out()).isEqualTo(expected + "\n");
        }
        assertThat(started()).isEqualTo(1);
        age();
        for (var shell : Shells.all()) {
            if (answersAlone(shell)) {
                assertThat(home.script(shell + " \"$stretch\" due --porcelain"))
                        .as(shell)
                        .isEqualTo(found);
                assertThat(started()).as(shell).isEqualTo(1);
            }
        }
    }

    @Test
    void a_shell_that_cannot_answer_alone_asks_the_jvm() throws Exception {
        situation("daily", "-1d", "");
        var found = due();
        for (var shell : Shells.all()) {
            if (!answersAlone(shell)) {
                age();
                long before = started();
                assertThat(home.script(shell + " \"$stretch\" due --porcelain"))
                        .as(shell)
                        .isEqualTo(found);
                assertThat(started()).as(shell).isEqualTo(before + 1);
            }
        }
    }

    /** A prompt asks again when the next day of practice begins, not at midnight. */
    @ParameterizedTest
    @CsvSource({"00:00, 00:00", "04:00, 04:00", "11am, 11:00"})
    void an_answer_is_kept_until_the_next_day_starts(String setting, LocalTime starts) throws Exception {
        situation("daily", "11:30", "day-starts: " + setting);
        assertThat(due().out()).isEqualTo("ok - 1\n");
        var end = Files.readAllLines(folder.resolve(".cache/stretch/prompt/answer"))
                .get(2);
        assertThat(Instant.parse(end).plusSeconds(1).atZone(zone).toLocalDateTime())
                .isEqualTo(now().toLocalDate().plusDays(1).atTime(starts));
    }

    /** {@code due} in words and a reminder that is silent are answered from the same evidence, whichever was asked first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "daily;    -1d;   '';              due due--porcelain",
                "daily;    08:00; '';              due due--porcelain remind remind--notify",
                "daily;    08:00; checkin: weekly; due due--porcelain",
                "every 3h; 08:00; '';              due due--porcelain",
            })
    void words_and_silence_are_kept_as_well(String goal, String record, String settings, String kept) throws Exception {
        assumeTrue(answersAlone("sh"), WANTED);
        situation(goal, record, settings);
        for (var words : List.of("due", "due--porcelain", "remind", "remind--notify")) {
            var command = words.replace("--", " --").split(" ", -1);
            Files.deleteIfExists(folder.resolve(".cache/stretch/prompt/answer"));
            var found = home.run(command);
            assertThat(found.err()).as(words).isEmpty();
            age();
            long before = started();
            assertThat(home.run(command)).as(words).isEqualTo(found);
            assertThat(started() == before)
                    .as(words)
                    .isEqualTo(List.of(kept.split(" ", -1)).contains(words));
        }
    }

    // ---- doubt ---------------------------------------------------------------------------------------------------

    /** What was kept is true no more, or may not be: the JVM is asked. Each change is taken back, dates and all. */
    @Test
    void whatever_is_in_doubt_goes_to_the_jvm(@TempDir Path before) throws Exception {
        situation("daily", "-1d", "");
        var found = kept();
        Files.createFile(folder.resolve("mute"));
        home.script("cp -a . " + before);
        for (var change : DOUBTS) {
            assertThat(home.script("db=\"$HOME/.local/share/stretch/history.db\" kept=\"$HOME/.cache/stretch/prompt\"\n"
                            + change + "\n\"$stretch\" due --porcelain"))
                    .as(change)
                    .isEqualTo(new Output("", "", MUTE));
            home.script("rm -rf ./* ./.[!.]* && cp -a " + before + "/. .");
            assertThat(due()).as("without " + change).isEqualTo(found);
        }
    }

    @Test
    void an_answer_that_is_cut_short_anywhere_goes_to_the_jvm() throws Exception {
        situation("daily", "-1d", "");
        kept();
        var answer = folder.resolve(".cache/stretch/prompt/answer");
        var whole = Files.readString(answer);
        Files.createFile(folder.resolve("mute"));
        // Without its last line end it is whole still.
        for (int length = 0; length < whole.length() - 1; length++) {
            int line = whole.lastIndexOf('\n', length) + 1;
            if (length > line + 1 && length % 9 != 0) {
                continue; // where a line begins each is tried, and within it one of nine
            }
            Files.writeString(answer, whole.substring(0, length), StandardCharsets.UTF_8);
            Files.setLastModifiedTime(answer, FileTime.from(minutesAgo(1)));
            assertThat(due().code()).as("%d characters", length).isEqualTo(MUTE);
        }
        Files.writeString(answer, whole);
        Files.setLastModifiedTime(answer, FileTime.from(minutesAgo(1)));
        assertThat(due().out()).isEqualTo("due daily 1\n");
    }

    @Test
    void what_cannot_be_read_any_more_goes_to_the_jvm() throws Exception {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
        situation("daily", "-1d", "");
        kept();
        var refused = home.script("chmod 000 .config/stretch/routines.yaml; \"$stretch\" due --porcelain");
        assertThat(refused.code()).isEqualTo(77);
    }

    @Test
    void another_users_answer_goes_to_the_jvm() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can give a file away");
        situation("daily", "-1d", "");
        kept();
        var asked = home.script("touch mute; chown 65534 .cache/stretch/prompt/answer; \"$stretch\" due --porcelain");
        assertThat(asked.code()).isEqualTo(MUTE);
    }

    /** An answer that a change of this moment, or the end of another process, may belie unseen is not kept. */
    @Test
    void what_may_change_unseen_is_found_anew_each_time() throws Exception {
        situation("daily", "", "");
        touch(record(), Instant.now());
        assertThat(due()).isEqualTo(due());
        assertThat(started())
                .as("the record may change once more within its date")
                .isEqualTo(2);

        try (var history = open()) {
            var running = history.begin(id(), "daily", now(), 2, OptionalInt.empty());
            touch(record(), minutesAgo(1));
            assertThat(due()).isEqualTo(due()).isEqualTo(new Output("ok - 0\n", "", 1));
            assertThat(started()).as("a session that runs may break off").isEqualTo(4);
            running.abandon();
        }
        // Its process is gone, and the record as it was.
        touch(record(), minutesAgo(1));
        assertThat(due()).isEqualTo(new Output("due daily 0\n", "", 0));
    }

    @Test
    void a_change_is_seen_and_the_new_answer_is_kept() throws Exception {
        situation("daily", "-1d", "");
        assertThat(kept().out()).isEqualTo("due daily 1\n");
        var before =
                Files.copy(record(), folder.resolve("before.db"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);

        situation("daily", "08:00", "");
        assertThat(kept().out()).isEqualTo("ok - 2\n");

        // By hand, so that the record is older than the answer, and than the record that it replaces.
        Files.move(before, record(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(kept().out()).isEqualTo("due daily 1\n");

        Files.delete(record());
        assertThat(kept().out()).isEqualTo("due daily 0\n");
    }

    // ---- the program ---------------------------------------------------------------------------------------------

    @Test
    void an_installed_copy_that_was_replaced_goes_to_the_jvm() throws Exception {
        assumeTrue(answersAlone("sh"), WANTED);
        situation("daily", "-1d", "");
        assertThat(home.script("\"${stretch%/*}/install\"").code()).isZero();
        var installed = ".local/bin/stretch due --porcelain";
        var found = home.script(installed);
        assertThat(found.out()).isEqualTo("due daily 1\n");
        age();
        Files.createFile(folder.resolve("mute"));
        assertThat(home.script(installed)).isEqualTo(found);

        Files.writeString(folder.resolve(".local/lib/stretch/stretch.id"), "another\n");
        assertThat(home.script(installed).code()).isEqualTo(MUTE);
    }

    @Test
    void routines_that_were_changed_among_the_sources_go_to_the_jvm() throws Exception {
        assumeTrue(answersAlone("sh"), WANTED);
        situation("daily", "-1d", "");
        assertThat(home.script("""
                        from="${stretch%/bin/stretch}"
                        mkdir -p copy/target && cp -pr "$from/bin" copy && touch copy/pom.xml
                        cp -pr "$from/target/lib" "$from/target/stretch.jar" "$from/target/stretch.id" copy/target
                        touch -d '1 minute ago' copy/routines.yaml && touch copy/target/.built
                        """).err()).isEmpty();
        var copied = "copy/bin/stretch due --porcelain";
        var found = home.script(copied);
        assertThat(found.out()).isEqualTo("due daily 1\n");
        age();
        Files.createFile(folder.resolve("mute"));
        assertThat(home.script(copied)).isEqualTo(found);

        touch(folder.resolve("copy/routines.yaml"), Instant.now().plusSeconds(1));
        assertThat(home.script(copied).code()).isEqualTo(MUTE);
    }

    @Test
    void other_arguments_are_not_answered_with_it() throws Exception {
        situation("daily", "-1d", "");
        kept();
        Files.createFile(folder.resolve("mute"));
        for (var other : List.of(
                "due daily",
                "due --why",
                "due --quiet",
                "due daily --porcelain",
                "due --porcelain --why",
                "--porcelain due",
                "remind",
                "remind daily",
                "remind --habit",
                "list")) {
            assertThat(home.run(other.split(" ", -1)).code()).as(other).isEqualTo(MUTE);
        }
    }

    // ---- the cache -----------------------------------------------------------------------------------------------

    @Test
    void without_a_cache_that_can_be_written_it_is_only_slower() throws Exception {
        situation("daily", "-1d", "");
        var found = kept();
        for (var cache : List.of("/dev/null/nowhere", "/proc")) {
            home.environment().put("XDG_CACHE_HOME", cache);
            assertThat(due()).as(cache).isEqualTo(found);
        }
    }

    @Test
    void ten_at_once_say_the_same_and_leave_one_answer() throws Exception {
        situation("daily", "-1d", "");
        var all =
                home.script("for n in $(seq 10); do (\"$stretch\" due --porcelain >out$n 2>&1; echo $? >>out$n) & done;"
                        + " wait; cat out*");
        assertThat(all.out()).isEqualTo("due daily 1\n0\n".repeat(10));
        assertThat(kept().out()).isEqualTo("due daily 1\n");
    }

    @Test
    void what_a_writer_left_that_was_killed_is_taken_away() throws Exception {
        situation("daily", "-1d", "");
        var prompt = Files.createDirectories(folder.resolve(".cache/stretch/prompt"));
        for (var left : List.of(".answer.4711.part", ".2026-01-01T00:00:00Z.4711.part", "2026-01-01T00:00:00Z")) {
            Files.writeString(prompt.resolve(left), "half");
        }
        kept();
        try (var files = Files.list(prompt)) {
            var named = Files.readAllLines(prompt.resolve("answer"));
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("answer")))
                    .isNotEmpty()
                    .isSubsetOf(named);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {">/dev/full", ">&-", ">&4", "2>&-", "<&-"})
    void an_output_that_is_gone_ends_both_ways_alike(String redirection) throws Exception {
        for (var record : List.of("-1d", "08:00")) {
            situation("daily", record, "");
            var ways = home.script("rm -rf .cache; exec 4> >(true); wait $! # a pipe that nobody reads\n"
                    + "for way in jvm kept; do \"$stretch\" due --porcelain " + redirection + "; echo \"code $?\";"
                    + " echo next; \"$stretch\" due --porcelain >/dev/null; done");
            var both = ways.out().split("next\n", -1);
            assertThat(both[1]).isEqualTo(both[0]).contains("code ");
        }
    }

    // ---- setting up ----------------------------------------------------------------------------------------------

    private Output due() throws Exception {
        return home.run("due", "--porcelain");
    }

    private long started() throws IOException {
        var file = folder.resolve("started");
        return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    }

    /** Whether a shell can do what the short way needs: compare the dates of open files. */
    private boolean answersAlone(String shell) throws Exception {
        if (!ANSWERS_ALONE.containsKey(shell)) {
            home.environment().put("probe", "[ -O /dev/fd/0 ] && [ /dev/fd/3 -nt /dev/fd/0 ] && [ . -ef . ]");
            var asked = home.script("touch -d '1 minute ago' old; " + shell + " -c \"$probe\" <old 3<<END\nnow\nEND\n");
            ANSWERS_ALONE.put(shell, asked.code() == 0);
        }
        return ANSWERS_ALONE.get(shell);
    }

    /** As if the answer had been found a minute ago: some shells compare dates by the second. */
    private void age() throws IOException {
        touch(folder.resolve(".cache/stretch/prompt/answer"), minutesAgo(1));
    }

    /** What the JVM said, and the launcher by itself after it. */
    private Output kept() throws Exception {
        assumeTrue(answersAlone("sh"), WANTED);
        var found = due();
        age();
        long before = started();
        assertThat(due()).isEqualTo(found);
        assertThat(started()).as("kept").isEqualTo(before);
        return found;
    }

    private ZonedDateTime now() {
        return ZonedDateTime.now(zone);
    }

    private Path record() {
        return folder.resolve(".local/share/stretch/history.db");
    }

    private History open() {
        return History.open(record(), Path.of("target", "caches").toAbsolutePath());
    }

    private static String id() {
        return UuidV7.next(System.currentTimeMillis());
    }

    /**
     * Adds to the record, by words: a session today ({@code 08:00}) or days ago ({@code -1d}), with {@code =} and how it
     * ended if it was not completed; {@code snooze@MINUTES} from now; {@code skip@FROM@DAYS}. All files are minutes old.
     */
    private void situation(String goal, String record, String settings) throws IOException {
        var config = folder.resolve(".config/stretch");
        Files.writeString(
                config.resolve("routines.yaml"),
                "routines:\n  daily: {name: Daily, goal: \"" + goal + "\", steps: [hip-hinge]}\n");
        home.readCatalogue();
        Files.writeString(config.resolve("config.yaml"), settings);
        try (var history = open()) {
            for (var word : record.split(" ", -1)) {
                put(history, word);
            }
        }
        for (var file : List.of(config.resolve("routines.yaml"), config.resolve("config.yaml"), record())) {
            touch(file, minutesAgo(5));
        }
    }

    private void put(History history, String word) {
        var parts = Arrays.asList(word.split("[@=]", -1));
        if (word.startsWith("snooze")) {
            var until = now().plusMinutes(Long.parseLong(parts.get(1))).plusSeconds(1);
            rest(history, now().minusMinutes(30), Optional.of(until), 0);
        } else if (word.startsWith("skip")) {
            rest(history, moment(parts.get(1)), Optional.empty(), Integer.parseInt(parts.get(2)));
        } else if (!word.isEmpty()) {
            var start = moment(parts.get(0));
            var outcome = parts.size() == 1
                    ? Outcome.COMPLETED
                    : Outcome.valueOf(parts.get(1).toUpperCase(Locale.ROOT));
            history.begin(id(), "daily", start, 1, OptionalInt.empty())
                    .end(outcome, start.plusMinutes(3).toOffsetDateTime(), Duration.ofMinutes(3));
        }
    }

    private void rest(History history, ZonedDateTime at, Optional<ZonedDateTime> until, int days) {
        history.editor(java.time.Clock.system(zone))
                .addPause(new ReminderPause(
                        id(), at.toOffsetDateTime(), until.map(ZonedDateTime::toOffsetDateTime), days, ""));
    }

    private ZonedDateTime moment(String word) {
        return word.endsWith("d")
                ? now().plusDays(Long.parseLong(word.substring(0, word.length() - 1)))
                : now().with(LocalTime.parse(word));
    }

    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }

    private static void touch(Path file, Instant date) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(date));
    }
}
