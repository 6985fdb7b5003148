package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/scripting.md has for other programs does there what it says. */
@Tag("once")
class ScriptingDocE2e {
    private static final Pattern HOOK =
            Pattern.compile("`(session-end|step-done)` [^\n]*:\n\n```sh\n(.*?)```", Pattern.DOTALL);

    private Home home;
    private String page;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        page = Files.readString(Path.of("docs", "scripting.md"));
        home = new Home(folder).standIn("stretch", "exec \"$stretch\" \"$@\"");
    }

    private String found(String pattern) {
        var matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Objects.requireNonNull(matcher.group(1));
    }

    /** As the program that reads the line hands it to a shell. */
    private RunningProcess.Output shell(String command) throws Exception {
        return home.script("sh -c '" + command.replace("'", "'\\''") + "'");
    }

    @Test
    void the_status_line_of_tmux_shows_what_is_due() throws Exception {
        var command = found("^set -g status-right '#\\((.*)\\)'$");
        assertThat(shell(command).out()).isEqualTo("daily,quick\n");
        home.run("add", "quick");
        home.run("add", "daily");
        assertThat(shell(command).out()).isEmpty();
    }

    @Test
    void starship_shows_what_is_due_and_else_nothing() throws Exception {
        var when = found("^when = '(.*)'$");
        assertThat(shell(when).code()).isZero();
        assertThat(shell(found("^command = '(.*)'$")).out()).isEqualTo("daily,quick\n");
        home.run("add", "quick");
        home.run("add", "daily");
        assertThat(shell(when).code()).isEqualTo(1);
    }

    @Test
    void waybar_is_told_in_json() throws Exception {
        var command = found("^  \"exec\": \"(.*)\",$").replaceAll("\\\\(.)", "$1");
        assertThat(shell(command).out()).isEqualTo("{\"text\":\"daily,quick\",\"class\":\"due\"}\n");
        home.run("add", "quick");
        home.run("add", "daily");
        assertThat(shell(command).out()).isEqualTo("{\"text\":\"\",\"class\":\"ok\"}\n");
    }

    @Test
    void the_hooks_hear_of_a_session() throws Exception {
        var hooks = HOOK.matcher(page).results().toList();
        assertThat(hooks).hasSize(2);
        for (var hook : hooks) {
            install(hook.group(1), hook.group(2));
        }
        home.standIn("tmux", "echo \"$*\" >>~/tmux");
        var ran =
                home.script("TMUX=here \"$stretch\" run quick --plain --prepare 0s --switch 0s --sound off </dev/null");
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.err()).doesNotContain("hook ");
        assertThat(lines("sessions.jsonl")).hasSize(1).allMatch(line -> line.startsWith("{\"event\":\"session-end\","));
        assertThat(lines("tmux")).containsExactly("refresh-client -S", "refresh-client -S");
    }

    private void install(String name, String script) throws IOException {
        var folder = Files.createDirectories(home.folder().resolve(".config/stretch/hooks"));
        var file = Files.writeString(folder.resolve(name), script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(home.folder().resolve(name));
    }
}
