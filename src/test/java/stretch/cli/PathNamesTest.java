package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path is only ever a path, whatever its signs mean to a database, a shell, an address or a pattern. */
class PathNamesTest {
    private static final String ROUTINES = """
            routines:
              short: {name: Short, steps: [hip-hinge]}
            """;

    @TempDir
    private Path folder;

    private String ran(CliRunner program, String... args) {
        return program.ran(args).out();
    }

    private static Set<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a?mode=memory",
                "a?mode=ro&cache=shared",
                "file:a?mode=memory",
                ":memory:",
                ":resource:a",
                "a#b",
                "a%41b%00",
                "a;b",
                "a b ",
                "a\nb",
                "a'b\"c",
                "'; DROP TABLE session; --",
                "a\\b",
                "*[a-z]?{b,c}",
                "(a|b)+$^.",
                "$(touch EVIL)`touch EVIL`${HOME}",
                "-a",
                "~",
                "a,b=c:d@e",
                "ü—日本\uD83E\uDDD8",
            })
    void every_door_takes_it_as_it_is(String name) throws Exception {
        var home = Files.createDirectory(folder.resolve(name));
        var program = new CliRunner(home)
                .env("XDG_CACHE_HOME", home.resolve("cache " + name).toString());
        var record = home.resolve(".local/share/stretch/history.db");

        ran(program, "add", "daily", "--note", "in a home");
        assertThat(record).isRegularFile();
        assertThat(ran(program, "history", "--json")).contains("in a home");

        var at = Files.createDirectory(home.resolve("here")).resolve(name);
        var db = at.resolveSibling(name + ".db").toString();
        var routines =
                Files.writeString(at.resolveSibling(name + ".yaml"), ROUTINES).toString();
        var config = at.resolveSibling(name + ".config").toString();
        ran(program, "--config", config, "config", "pace", "slow");
        assertThat(ran(program, "--config", config, "config", "pace")).isEqualTo("slow\n");
        assertThat(ran(program, "--routines", routines, "validate")).contains("no mistakes");
        ran(program, "--routines", routines, "--db", db, "add", "short", "--note", "by its name");
        assertThat(ran(program.env("STRETCH_DB", db), "history", "--json")).contains("by its name");
        program.without("STRETCH_DB");

        for (var format : Set.of("csv", "json", "ics")) {
            ran(program, "--db", db, "export", "--format", format, "-o", at + "." + format);
        }
        ran(program, "--db", db, "report", "-o", at + ".html");
        ran(program, "--db", db, "backup", at + ".backup");
        ran(program, "--db", db, "backup");
        ran(program, "--db", db, "doctor", "--rescue", at + ".saved");
        assertThat(ran(program, "--db", db, "doctor")).contains("1 backup, the newest is ");
        for (var from : Set.of(".csv", ".json", ".backup")) {
            assertThat(ran(program, "--db", at + from + ".into", "import", at + from))
                    .contains("1 session added");
            Files.delete(Path.of(at + from + ".into"));
        }
        ran(program, "--db", db, "delete", "last");
        ran(program, "--db", db, "restore", at + ".backup");
        assertThat(ran(program, "--db", db, "history", "--json")).contains("by its name");

        assertThat(names(folder)).containsExactly(name);
        assertThat(names(home)).isSubsetOf(".local", "here", "cache " + name);
        assertThat(names(at.resolveSibling("backups"))).hasSize(2).allMatch(file -> file.startsWith(name + "-"));
        var written = names(at.getParent());
        written.removeIf(file -> file.endsWith(".lock"));
        assertThat(written)
                .containsExactlyInAnyOrder(
                        "backups",
                        name + ".db",
                        name + ".yaml",
                        name + ".config",
                        name + ".csv",
                        name + ".json",
                        name + ".ics",
                        name + ".html",
                        name + ".backup",
                        name + ".saved");
    }
}
