package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command says the same in every locale, and on a machine in any time zone. */
class LocaleTest {
    /** One home's life: each line is a command, and may go by what those before it left. */
    private static final List<String> LIFE = """
            init
            validate
            list
            list --json
            show chair-hip-flexor
            show daily --json
            learn
            cautions
            suggest --answers yyyyy
            figures daily -o HOME/wall.html
            run one-stretch --dry-run --hold 100s
            run full --dry-run --json --hold 65m
            run one-stretch --plain --hold 130s --prepare 105s --sound off --pain 3
            render one-stretch --sound tone --hold 5s --prepare 100s --switch 5s -o HOME/all.wav
            add daily --at 2026-11-20T08:00 --duration 100m
            add relief --at 2026-10-01T23:59 --pain-before 7 --pain-after 10
            resume
            checkin --pain 4
            history
            history --json
            history last
            edit last --note Iğdır
            snooze 100m
            today
            today --json
            due --why
            due --porcelain
            remind
            stats
            stats --json
            report -o -
            export
            export --steps
            export --checkins
            export --format json
            export --format ics
            export -o HOME/all.csv
            import HOME/all.csv
            sync HOME/shared
            schedule
            schedule --every 100m
            schedule --format systemd
            schedule --format launchd
            schedule --format ics
            config
            config pace slow
            goal
            goal relief MON,Fri
            goal --json
            doctor
            backup
            restore HOME/nothing.db
            backup HOME/all.zip
            restore HOME/all.zip
            undo
            skip
            delete last
            run daily --hold ٣٠s
            run INTERVAL
            list --nothing I
            completion bash
            complete-ids routines
            warm-up HOME/warm
            """.lines().toList();

    @TempDir
    private Path folder;

    private final Locale before = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void back() {
        Locale.setDefault(before);
        TimeZone.setDefault(zone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "tr-TR", "fa-IR", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist-nu-thai", "lt-LT"})
    void all_is_said_as_in_english(String locale) throws Exception {
        var theirs = life(locale, "Pacific/Chatham");
        var ours = life("en-US", "America/St_Johns");
        for (int i = 0; i < LIFE.size(); i++) {
            assertThat(theirs.get(i)).isEqualTo(ours.get(i));
        }
    }

    @Test
    void no_command_is_left_out() {
        assertThat(LIFE.stream().map(line -> line.split(" ", -1)[0]).distinct()).containsAll(CommandRegistry.names());
    }

    /** What was printed, without what differs in any two homes: the folder, and numbers drawn at random. */
    private List<String> life(String locale, String zone) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        var home = Files.createTempDirectory(folder, "home");
        var program = new CliRunner(home).withCautionsRead();
        var said = new ArrayList<String>();
        for (var line : LIFE) {
            var ran = program.run(line.replace("HOME", home.toString()).split(" ", -1));
            assertThat(ran.code()).as(line + ran.err()).isNotEqualTo(70);
            said.add(("$ " + line + "\n" + ran.code() + "\n" + ran.out() + ran.err())
                    .replace(home.toString(), "HOME")
                    .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\b[0-9a-f]{8}\\b", "ID"));
        }
        return said;
    }
}
