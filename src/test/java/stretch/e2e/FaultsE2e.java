package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.e2e.RunningProcess.Output;

/** No condition of the machine gives a trace, more than one line, or a code that means something else. */
class FaultsE2e {
    private static final Path BUILT = Path.of("target").toAbsolutePath();

    /** Every code that a fault may have; 1, "not due", is none of them. */
    private static final Set<Integer> FAULTS = Set.of(70, 73, 74, 75, 77, 78);

    /** Commands that together need every library, but for what a terminal needs. */
    private static final List<String> COMMANDS =
            List.of("due", "history --json", "export", "figures", "validate", "run quick --plain --rehearse");

    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder).acquainted();
    }

    private static void checkFault(Output ran, String what) {
        assertThat(FAULTS).as(what + ": " + ran).contains(ran.code());
        assertThat(ran.err()).as(what).startsWith("stretch: ").hasLineCount(1);
    }

    /** A copy of the program as bin/install lays it out. */
    private String installed() throws Exception {
        var bin = Files.createDirectories(home.folder().resolve("copy/bin"));
        var lib = Files.createDirectories(home.folder().resolve("copy/lib/stretch/lib"));
        Files.copy(Home.STRETCH, bin.resolve("stretch"), StandardCopyOption.COPY_ATTRIBUTES);
        for (var name : List.of("stretch.jar", "stretch.id")) {
            Files.copy(BUILT.resolve(name), lib.resolveSibling(name));
        }
        Files.createSymbolicLink(lib.resolveSibling("sh"), Home.STRETCH.resolveSibling("lib"));
        try (var jars = Files.list(BUILT.resolve("lib"))) {
            for (var jar : jars.toList()) {
                Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
            }
        }
        return bin.resolve("stretch").toString();
    }

    static Stream<String> jars() throws Exception {
        try (var jars = Files.list(BUILT.resolve("lib"))) {
            return jars
                    .map(jar -> jar.getFileName().toString())
                    .filter(jar -> !jar.matches("jline-(native|terminal-jni)-.*"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @Tag("once")
    @ParameterizedTest
    @MethodSource("jars")
    void a_library_that_is_missing_is_named(String jar) throws Exception {
        var stretch = installed();
        Files.delete(home.folder().resolve("copy/lib/stretch/lib").resolve(jar));
        var faults = 0;
        for (int i = 0; faults == 0 && i < COMMANDS.size(); i++) {
            var ran = home.script(stretch + " " + COMMANDS.get(i));
            if (ran.code() != 0) {
                checkFault(ran, COMMANDS.get(i) + " without " + jar);
                assertThat(ran.code()).isEqualTo(78);
                faults++;
            }
        }
        assertThat(faults).as("some command needs " + jar).isPositive();
    }

    @Test
    void a_library_of_the_terminal_that_is_missing_is_named() throws Exception {
        var stretch = installed();
        home.script("rm copy/lib/stretch/lib/jline-native-*");
        try (var asked = home.inTerminal(stretch + " checkin; echo \"code $?\"")) {
            asked.await("stretch: a part of stretch is missing or damaged").await("code 78");
        }
    }

    @Test
    void a_program_that_is_missing_is_named() throws Exception {
        var stretch = installed();
        var jar = home.folder().resolve("copy/lib/stretch/stretch.jar");
        Files.delete(jar);
        assertThat(home.script(stretch + " due"))
                .isEqualTo(new Output(
                        "", "stretch: " + jar + " is missing or cannot be read; install stretch again\n", 78));
        Files.writeString(jar, "half a jar");
        checkFault(home.script(stretch + " due"), "damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 16, 14})
    void too_few_files_may_be_opened(int files) throws Exception {
        for (var command : COMMANDS) {
            var ran = home.script("ulimit -n " + files + "; exec \"$stretch\" " + command);
            if (ran.code() != 0) {
                checkFault(ran, command + " with " + files);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"v, 1700000", "v, 1400000", "v, 300000", "v, 100000", "d, 100000"})
    void too_little_memory_to_start_java(String limit, int kilobytes) throws Exception {
        home.run("--version"); // which Java there is, is known then
        for (var command : List.of("\"$stretch\" due", "\"$stretch\" list", "PATH=$PATH:/new \"$stretch\" list")) {
            var ran = home.script("ulimit -" + limit + " " + kilobytes + "; " + command);
            assertThat(ran)
                    .isEqualTo(new Output(
                            "",
                            "stretch: not enough memory for Java; allow more with 'ulimit -" + limit
                                    + "', then try again\n",
                            75));
        }
    }

    @Test
    void too_little_memory_to_work_with() throws Exception {
        Home.write(home.folder().resolve("big.yaml"), "routines: {quick: {name: " + "x".repeat(900_000) + "}}");
        var java = home.environment().get("JAVA_HOME") + "/bin/java";
        var ran = home.script(
                java + " -XX:+UseSerialGC -Xms2m -Xmx3m -jar " + BUILT.resolve("stretch.jar") + " validate big.yaml");
        checkFault(ran, "3 MB");
        assertThat(ran.code()).isEqualTo(75);
    }

    @Tag("once")
    @Test
    void a_full_disk_is_said_whatever_form_is_exported() throws Exception {
        assumeThat(home.script("mkdir ~/small && unshare -rm mount -t tmpfs -o size=1m tmpfs ~/small")
                        .code())
                .as("a file system may be mounted")
                .isZero();
        home.run("add", "quick");
        for (var form : List.of("csv", "json", "ics")) {
            var ran = home.script("unshare -rm sh -c 'mount -t tmpfs -o size=8k tmpfs ~/small; "
                    + "head -c 8000 /dev/zero >~/small/fill; \"$stretch\" export --format " + form
                    + " -o ~/small/out'");
            checkFault(ran, form);
            assertThat(ran.code()).as(form).isEqualTo(74);
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "HUP, 129", "INT, 130"})
    void a_signal_at_a_question_is_no_trace(String signal, int code) throws Exception {
        try (var asked = home.inTerminal("\"$stretch\" checkin; echo \"code $?\"")) {
            asked.await("Pain now");
            var java = asked.handle()
                    .descendants()
                    .filter(process -> process.info().command().orElse("").endsWith("/java"))
                    .findFirst()
                    .orElseThrow();
            RunningProcess.signal(signal, java);
            asked.await("stretch: ended before you answered; no answer was recorded")
                    .await("code " + code);
            assertThat(asked.end().out()).doesNotContain("Exception", "Error", "\tat ");
        }
    }

    @ParameterizedTest
    @CsvSource({"checkin, Pain now", "run quick --no-log, Calf stretch", "run quick, Calf stretch"})
    void a_window_that_is_closed_is_a_hang_up(String command, String shown) throws Exception {
        var told = home.folder().resolve("told");
        try (var running = home.inTerminal("trap : HUP; \"$stretch\" " + command + " 2>&1; echo $? >" + told)) {
            running.await(shown).closeWindow();
            running.handle().onExit().join();
        }
        assertThat(told).hasContent("129");
    }
}
