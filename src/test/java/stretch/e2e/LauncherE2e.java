package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.e2e.RunningProcess.Output;

/** The launcher under every shell of this machine, called in every way, from folders of every kind of name. */
@Tag("once")
class LauncherE2e {
    private static final List<String> NAMES = List.of(
            "plain",
            "with space",
            "co:lon",
            "umläut",
            "-dash",
            "star*",
            "line\nend",
            "line end\n",
            "per%20cent",
            "quo'te\"s",
            "dol$lar\\");

    /** Each prints what the shell in {@code $sh} makes of the launcher in {@code $at}. */
    private static final List<String> WAYS = List.of(
            "$sh \"$at/bin/stretch\" list routines",
            "cd -- \"$at\" && $sh bin/stretch list routines",
            "cd -- \"$at/bin\" && $sh stretch list routines",
            "cd -- \"$at\" && $sh bin/../bin/stretch list routines",
            "mkdir -p a b && ln -sf \"$at/bin/stretch\" a/s && ln -sf ../a/s b/s && $sh b/s list routines");

    @TempDir
    Path folder;

    private Home home;
    private Output expected;

    @BeforeEach
    void home() throws Exception {
        home = new Home(folder).alone();
        home.environment().put("CDPATH", "/usr:/");
        expected = new Output(home.here("list", "routines"), "", 0);
        assertThat(expected.out()).contains("quick");
    }

    static List<String> shells() {
        return Shells.all();
    }

    /** A built stretch below a folder of this name, where {@code $at} says. */
    private void copy(String name) throws Exception {
        var at = folder.resolve("program").resolve(name);
        home.environment().put("at", at.toString());
        assertThat(home.script("""
                        from=${stretch%/bin/stretch}
                        mkdir -p -- "$at/target" && cp -pR -- "${stretch%/*}" "$at" && : >"$at/pom.xml"
                        cd -- "$from" && cp -p -- routines.yaml "$at"
                        cp -pR target/lib target/stretch.jar target/stretch.id "$at/target" && : >"$at/target/.built"
                        """)).isEqualTo(new Output("", "", 0));
    }

    @Test
    void finds_its_folder_whatever_the_name_the_way_and_the_shell() throws Exception {
        var named = new Home(folder.resolve("named")).java("""
                [ "$1" != -version ] || { echo 'openjdk version "17"' >&2; exit; }
                case " $* " in *" -Dstretch.program=$at/bin/stretch "*" list routines ") ;; *) exit 1 ;; esac
                while [ "$1" != -cp ]; do shift; done
                [ "$2" -ef "$at/target/stretch.jar" ]
                """);
        named.environment().put("CDPATH", "/usr:/");
        copy("first");
        var before = home.environment().get("at");
        for (var name : NAMES) {
            var at = folder.resolve("program").resolve(name);
            Files.move(Path.of(before), at);
            before = at.toString();
            // Java itself finds its classes in a folder of this name.
            var shells = Shells.all();
            int number = NAMES.indexOf(name);
            assertThat(find(home, at, shells.get(number % shells.size()), WAYS.get(number % WAYS.size())))
                    .as(name)
                    .isEqualTo(expected);
            for (var shell : shells) {
                // Two of the ways here, and over all names all of them.
                for (int i = 0; i < 2; i++) {
                    var way = WAYS.get((number + shells.indexOf(shell) + i) % WAYS.size());
                    assertThat(find(named, at, shell, way))
                            .as("%s: %s: %s", name, shell, way)
                            .isEqualTo(new Output("", "", 0));
                }
            }
        }
    }

    private static Output find(Home home, Path at, String shell, String way) throws Exception {
        home.environment().put("at", at.toString());
        home.environment().put("sh", shell);
        return home.script(way);
    }

    /** Java encodes what is beyond the first 65,536 letters in a way that it cannot decode itself. */
    @Test
    void says_so_where_java_cannot_load_from() throws Exception {
        copy("emo\ud83d\ude00ji");
        assertThat(home.script("\"$at/bin/stretch\" list"))
                .isEqualTo(new Output(
                        "",
                        "stretch: Java cannot run what lies in "
                                + home.environment().get("at")
                                + ": there is an emoji or a rare letter in its name; move it to another folder\n",
                        78));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void leads_a_session_on_a_terminal(String shell) throws Exception {
        copy("co:lon");
        home.acquainted();
        home.environment().put("sh", shell);
        try (var session = home.inTerminal(
                "$sh \"$at/bin/stretch\" run quick --prepare 0s --switch 1h --sound off; echo \"code $?\"")) {
            session.await("CHANGE  LEFT SIDE").type("qq").await("code 3").end();
        }
    }

    /** The home and the folder that it is started in. */
    @Test
    void works_in_folders_of_any_name() throws Exception {
        for (var name : List.of("co:lon", "emo\ud83d\ude00ji", "line\nend\n", "-dash", "star*")) {
            var there = new Home(Files.createDirectories(folder.resolve("homes").resolve(name)));
            assertThat(there.run("add", "quick").err()).as(name).isEmpty();
            assertThat(there.run("export", "-q", "-o", "out.csv").err())
                    .as(name)
                    .isEmpty();
            assertThat(there.run("import", "out.csv").out()).as(name).isEqualTo("imported: nothing new\n");
            assertThat(there.sessions()).as(name).hasSize(1);
            assertThat(there.folder().resolve("out.csv")).exists();
        }
    }

    /** Some shells complain of it themselves; what is to be seen is that stretch works, and puts nothing elsewhere. */
    @ParameterizedTest
    @MethodSource("shells")
    void works_where_the_working_folder_was_deleted(String shell) throws Exception {
        home.environment().put("sh", shell);
        var gone = "mkdir gone && cd gone && rmdir ../gone && ";
        var ran = home.script(gone + "$sh \"$stretch\" list routines");
        assertThat(ran.out()).isEqualTo(expected.out());
        assertThat(ran.code()).isZero();
        var refused = home.script(gone + "$sh \"$stretch\" export -o out.csv");
        assertThat(refused.err())
                .endsWith("stretch: out.csv: its folder does not exist; create it, or name another file\n");
        assertThat(refused.code()).isEqualTo(73);
    }

    /** A folder that is linked beside a Maven project of somebody else's is not taken for our sources. */
    @Test
    void does_not_build_another_project() throws Exception {
        var ran = home.script("mkdir theirs && : >theirs/pom.xml && ln -s \"${stretch%/*}\" theirs/bin &&"
                + " theirs/bin/stretch list routines");
        assertThat(ran).isEqualTo(expected);
        assertThat(folder.resolve("theirs/target")).doesNotExist();
    }

    /** Who builds first may be root: others run what was built, and of the rest nothing is theirs to read or to write. */
    @ParameterizedTest
    @CsvSource({"022, rwxr-xr-x", "000, rwxr-xr-x", "077, rwx------"})
    void what_was_built_is_there_for_all_whom_the_umask_lets_in(String umask, String mode) throws Exception {
        copy("built");
        home.standIn("mvn", "mkdir -p \"$at/target\" && cp -R \"$HOME/made/.\" \"$at/target\"");
        var ran = home.script("mv \"$at/target\" made && umask " + umask + " && \"$at/bin/stretch\" list routines");

        assertThat(ran.out()).as(ran.err()).isEqualTo(expected.out());
        assertThat(mode("")).isEqualTo(mode);
        assertThat(mode("stretch.jar")).isEqualTo(mode.replace('x', '-'));
        assertThat(mode("java.ok")).isEqualTo("rw-------");
    }

    /** The build has a first start keep the catalogue, with no environment but what the pom gives it. */
    @Test
    void the_build_keeps_the_catalogue_in_a_folder_of_any_name() throws Exception {
        var pom = Files.readString(Home.STRETCH.resolve("../../pom.xml").normalize());
        var given = Pattern.compile("<env key=\"(\\w+)\" (?:path|value)=\"([^\"]+)\"/>")
                .matcher(pom)
                .results()
                .map(env -> env.group(1) + "=\"" + env.group(2) + "\"")
                .toList();
        assertThat(given).contains("HOME=\"${home}\"");
        var kept = home.script(
                "home=$HOME/$(printf '\\303\\234bung'); mkdir \"$home\"; cd \"${stretch%/bin/stretch}\" &&"
                        + " env -i " + String.join(" ", given) + " \"$JAVA_HOME/bin/java\" -Dstretch.id=build"
                        + " -cp 'target/stretch.jar:target/lib/*' stretch.Main list >/dev/null && ls \"$home/stretch\"");
        assertThat(kept).isEqualTo(new Output("catalogue\n", "", 0));
    }

    private String mode(String file) throws Exception {
        var built = folder.resolve("program/built/target").resolve(file);
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(built));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void the_other_scripts_find_the_folder_too(String shell) throws Exception {
        home.standIn("mvn", "pwd >>\"$HOME/where\"; exit 1");
        home.standIn("shellcheck", "exit 0");
        // They are for who works on it, and say by their first line what runs them.
        home.environment().put("sh", shell.replaceFirst("^zsh$", "zsh --emulate sh"));
        var where = folder.resolve("where");
        for (var script : List.of("check", "fmt", "../bench/run start")) {
            home.script("cd -- \"${stretch%/*}\" && $sh " + script);
            assertThat(Files.readAllLines(where))
                    .as(script)
                    .isNotEmpty()
                    .containsOnly(Home.STRETCH.resolve("../..").normalize().toString());
            Files.delete(where);
        }
        assertThat(home.script("cd -- \"${stretch%/*}\" && $sh install --prefix \"$HOME/in\"")
                        .code())
                .isZero();
        assertThat(home.script("in/bin/stretch list routines")).isEqualTo(expected);
    }
}
