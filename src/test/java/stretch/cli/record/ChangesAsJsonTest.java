package stretch.cli.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.cli.CliRunner;

/** What changes the history says with {@code --json} what is in it now, just as {@code history ID --json} does. */
class ChangesAsJsonTest {
    private static final Pattern ID = Pattern.compile("\\{\"(?:session|checkin|rest)\":\"([0-9a-f-]{36})\"");

    @TempDir
    Path home;

    private CliRunner program;

    @BeforeEach
    void home() {
        program = new CliRunner(home).setTime("2026-11-21T08:00:00+01:00[Europe/Berlin]");
        program.run("add", "daily", "--at", "yesterday 08:00");
    }

    private String ran(String line) {
        var out = program.ran(line.split(" ", -1)).out();
        assertThat(out.lines()).hasSize(1);
        return out;
    }

    private static String id(String json) {
        var id = ID.matcher(json);
        assertThat(id.find()).as(json).isTrue();
        return id.group(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add relief --note x --steps 1-2 --pain-after 3 --json",
                "edit last --note y --json",
                "edit last --step 1 --done 20s --json",
                "checkin --pain 3 --hips better --note z --json",
                "snooze 2h --reason train --json",
                "skip --days 3 --reason holiday --json"
            })
    void it_is_what_the_history_says(String command) {
        var json = ran(command);
        assertThat(json).isEqualTo(ran("history " + id(json) + " --json"));
    }

    @Test
    void what_was_deleted_is_said_as_it_was_and_undo_says_what_it_took_back() {
        var before = ran("history last --json");
        assertThat(ran("delete last --json")).isEqualTo(before);
        assertThat(ran("undo --json"))
                .startsWith("{\"at\":\"2026-11-21T08:00:00.000+01:00\",\"what\":\"delete daily, 2026-11-20 08:00,")
                .endsWith("\"undone\":true,\"change\":2,\"kind\":\"correction\",\"kept\":[]}\n");
        assertThat(ran("history last --json")).isEqualTo(before);
    }
}
