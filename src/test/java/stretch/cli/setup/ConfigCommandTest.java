package stretch.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.GoldenFiles;
import stretch.cli.CliRunner;
import stretch.config.Setting;

class ConfigCommandTest {
    private static final String CONFIG = ".config/stretch/config.yaml";

    @TempDir
    Path home;

    private CliRunner program;

    @BeforeEach
    void home() {
        program = new CliRunner(home);
    }

    @Test
    void shows_every_setting_with_its_value_and_whence() {
        program.file(CONFIG, "sound: voice\navoid: [kneeling, floor]\n");
        for (int columns : new int[] {80, 40}) {
            var ran = program.columns(columns).run("config");
            assertThat(ran.code()).isZero();
            GoldenFiles.check("pages/config-" + columns + ".txt", ran.out().replace(home.toString(), "/home/you"));
        }
        assertThat(program.run("config", "--json").out())
                .contains("{\"key\":\"sound\",\"value\":\"voice\",\"from\":\"file\",")
                .contains("{\"key\":\"pace\",\"value\":\"normal\",\"from\":\"default\",");
    }

    @Test
    void shows_one_value_alone() {
        assertThat(program.run("config", "sound")).isEqualTo(new CliRunner.CliResult(0, "bell\n", ""));
        assertThat(program.run("config", "avoid"))
                .isEqualTo(new CliRunner.CliResult(0, "", "avoid is not set; default: nothing\n"));
        program.file(CONFIG, "avoid: [kneeling, floor]\n");
        assertThat(program.run("config", "avoid")).isEqualTo(new CliRunner.CliResult(0, "kneeling,floor\n", ""));
    }

    @Test
    void what_was_set_is_shown_as_json_like_what_is_asked_for() {
        for (var setting : Setting.ALL) {
            var shown = program.run("config", setting.key(), "--json");
            var value = switch (setting.key()) {
                case "sync" -> home.toString();
                case "voice" -> "en-gb";
                case "avoid" -> "kneeling,floor";
                case "prepare", "switch" -> "5s";
                case "quiet-hours", "working-hours" -> "07:00-22:00";
                case "days-off" -> "sat,sun";
                case "day-starts" -> "04:00";
                default -> setting.words().get(0);
            };
            var set = program.ran("config", setting.key(), value, "--json");
            assertThat(set.out()).contains("\"value\":\"" + value + "\",\"from\":\"file\"");
            assertThat(program.ran("config", setting.key(), "--json").out()).isEqualTo(set.out());
            assertThat(program.ran("config", "--unset", setting.key(), "--json").out())
                    .isEqualTo(shown.out());
        }
    }

    @Test
    void sets_below_the_starter_s_comment_and_changes_and_takes_out() throws IOException {
        program.run("init", "-q");
        var file = home.resolve(CONFIG);
        var starter = Files.readString(file);
        assertThat(program.run("config", "avoid", "kneeling,floor").err())
                .isEqualTo("avoid is now kneeling,floor (" + file + ")\n");
        assertThat(file)
                .hasContent(
                        starter.replace("# avoid: [kneeling]\n", "# avoid: [kneeling]\navoid: [kneeling, floor]\n"));
        assertThat(program.run("run", "daily", "--dry-run").out()).contains("standing-hip-flexor");
        program.run("config", "avoid", "chair");
        assertThat(file).hasContent(starter.replace("# avoid: [kneeling]\n", "# avoid: [kneeling]\navoid: [chair]\n"));
        assertThat(program.run("config", "--unset", "avoid").code()).isZero();
        assertThat(file).hasContent(starter);
        assertThat(program.run("config", "--unset", "avoid").err()).isEqualTo("avoid is not set; nothing to do\n");
    }

    @Test
    void every_setting_of_the_starter_is_known_and_can_be_set_as_it_is_shown_there() throws IOException {
        var starter = Files.readString(Path.of("src/main/resources/stretch/config.starter.yaml"));
        Files.createDirectory(home.resolve("Sync"));
        for (var key : Setting.keys()) {
            var line = starter.lines()
                    .filter(text -> text.startsWith("# " + key + ": "))
                    .findFirst();
            var value = line.orElseThrow(() -> new AssertionError(key)).replaceFirst("# " + key + ": ", "");
            var plain = value.replaceAll("[\\[\\]]", "");
            assertThat(program.run("config", key, plain, "-q")).as(key).isEqualTo(new CliRunner.CliResult(0, "", ""));
            assertThat(program.run("config", key).out()).isEqualTo(plain + "\n");
        }
        assertThat(starter.lines().filter(text -> text.matches("# [a-z-]+: .*")))
                .as("those, and goals, which have a command of their own")
                .hasSize(Setting.keys().size() + 1);
    }

    @Test
    void words_are_written_as_they_are_listed() {
        for (var setting : Setting.ALL) {
            for (var word : setting.words()) {
                program.run("config", setting.key(), word.toUpperCase(Locale.ROOT));
                assertThat(program.run("config", setting.key()).out()).isEqualTo(word + "\n");
            }
        }
    }

    @Test
    void none_stands_for_the_default_of_what_is_open() {
        for (var setting : Setting.ALL) {
            if (setting.defaultText().isEmpty()) {
                assertThat(program.run("config", setting.key(), "none").code()).isZero();
            }
        }
        program.run("config", "avoid", "floor");
        assertThat(program.run("config", "avoid", "None").err()).startsWith("avoid is no longer set (");
        assertThat(program.run("config", "avoid").err()).isEqualTo("avoid is not set; default: nothing\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goals | 'stretch goal' shows and sets the goals; write 'stretch goal'",
                "soudn off | there is no setting 'soudn'; did you mean 'sound'?",
                "sound belll | 'sound': 'belll' is not known; did you mean 'bell'?",
                "voice 90 | 'voice': invalid voice '90': expected a voice or language, words a minute (100 to 300), or both"
                        + " with a comma: en-gb, 150",
                "prepare 30 | 'prepare': '30' is not a duration; write 30s for seconds or 30m for minutes",
                "avoid kneling | there is nothing called 'kneling' to avoid; did you mean 'kneeling'?",
                "avoid kneeling, | 'avoid': 'kneeling,' has an empty word; write it like kneeling,floor",
                "quiet-hours night | 'quiet-hours': invalid hours 'night': expected two different times, such as 07:00-10:00 or 7am-10am",
                "day-starts 13:00 | 'day-starts': '13:00' is not a time from 00:00 to 12:00; write it like 04:00 or 4am",
                "day-starts 4 | 'day-starts': '4' is not a time from 00:00 to 12:00; write it like 04:00 or 4am",
                "week-starts tuesday | 'week-starts': 'tuesday' is not known; write monday or sunday",
                "--unset soudn | there is no setting 'soudn'; did you mean 'sound'?",
                "sound --unset sound | --unset takes one key and no value; write 'stretch config --unset KEY'",
            })
    void a_mistake_is_named_and_nothing_written(String words, String message) {
        var ran = program.run(("config " + words).split(" ", -1));
        assertThat(ran).isEqualTo(new CliRunner.CliResult(2, "", "stretch: " + message + "\n"));
        assertThat(home.resolve(CONFIG)).doesNotExist();
    }

    @Test
    void a_file_with_mistakes_or_in_flow_style_is_left_as_it_is() {
        var file = program.file(CONFIG, "soudn: off\n");
        assertThat(program.run("config", "sound", "off").code()).isEqualTo(78);
        assertThat(file).hasContent("soudn: off\n");
        program.file(CONFIG, "{pace: slow}\n");
        assertThat(program.run("config", "sound", "off").err())
                .isEqualTo("stretch: " + file
                        + ": is written in a way that stretch cannot change safely; add this by hand: sound: off\n");
        assertThat(file).hasContent("{pace: slow}\n");
    }

    @Test
    void a_link_stays_a_link_and_the_file_keeps_its_mode() throws IOException {
        var file = program.file("dotfiles/config.yaml", "pace: slow\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var link = home.resolve(CONFIG);
        Files.createDirectories(Objects.requireNonNull(link.getParent()));
        Files.createSymbolicLink(link, file);
        assertThat(program.run("config", "sound", "off").code()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("pace: slow\nsound: off\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void two_at_once_lose_nothing() throws IOException {
        Files.createDirectory(home.resolve("Sync"));
        IntStream.range(0, Setting.ALL.size()).parallel().forEach(i -> {
            var key = Setting.keys().get(i);
            var value = switch (key) {
                case "sound" -> "off";
                case "voice" -> "en-gb, 150";
                case "pace" -> "slow";
                case "theme" -> "dark";
                case "plain" -> "true";
                case "awake" -> "false";
                case "prepare", "switch" -> "7s";
                case "dose" -> "high";
                case "first-side" -> "left";
                case "avoid" -> "floor";
                case "days-off" -> "sun";
                case "day-starts" -> "4am";
                case "week-starts" -> "sunday";
                case "checkin" -> "before";
                case "sync" -> "~/Sync/stretch";
                default -> "08:00-09:00";
            };
            assertThat(new CliRunner(home).run("config", key, value).code()).isZero();
        });
        assertThat(Files.readAllLines(home.resolve(CONFIG))).hasSize(Setting.ALL.size());
    }

    /** A file of settings can hold any text, but not all of it as it stands; nobody means such a sign. */
    @Test
    void no_setting_takes_a_sign_that_would_be_read_as_another() {
        for (var setting : Setting.ALL) {
            for (var sign : List.of("\n", "\r", "\u0001", "\u0085", "\u2028", "\uFEFF", "\uFFFD", "\uD800")) {
                var ran = program.run("config", setting.key(), "/a" + sign + "b");
                assertThat(ran.code()).as(setting.key()).isEqualTo(2);
                assertThat(ran.err())
                        .startsWith("stretch: '" + setting.key() + "': '/a")
                        .contains(String.format(Locale.ROOT, " U+%04X,", (int) sign.charAt(0)))
                        .hasLineCount(1);
            }
        }
        assertThat(home.resolve(CONFIG)).doesNotExist();
    }

    @Test
    void the_comments_of_a_list_are_not_lost() throws IOException {
        var file = program.file(CONFIG, "avoid:\n  - kneeling # my knee\n");
        var ran = program.run("config", "avoid", "kneeling,floor");
        assertThat(ran.code()).isEqualTo(78);
        assertThat(ran.err()).contains("add this by hand: avoid: [kneeling, floor]");
        assertThat(Files.readString(file)).isEqualTo("avoid:\n  - kneeling # my knee\n");
    }
}
