package stretch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import stretch.Main;
import stretch.os.Environment;
import stretch.os.ExitCode;
import stretch.os.UserError;

/** Whatever is thrown, wherever, is one line and a code of the table; the streams of the world throw it here. */
class ErrorReporterTest {
    @TempDir
    Path home;

    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        @SuppressWarnings("unchecked")
        var unchecked = (T) thrown;
        throw unchecked;
    }

    private static OutputStream raising(Throwable thrown) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                ErrorReporterTest.<RuntimeException>raise(thrown);
            }
        };
    }

    private CliRunner.CliResult run(OutputStream out, OutputStream err, String... args) {
        var environment = new Environment(
                Clock.systemUTC(),
                null,
                Map.of("HOME", home.toString()),
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Environment.StandardStreams.NONE,
                new Environment.Installation(Path.of("stretch"), Path.of("java"), "", ""),
                Path.of("/nowhere"),
                folder -> Long.MAX_VALUE);
        return new CliRunner.CliResult(Main.run(environment, args), "", err.toString());
    }

    static Stream<Arguments> thrown() {
        var io = new IOException("No space left on device");
        return Stream.of(
                Arguments.of(new UserError(ExitCode.BUSY, "x is busy; wait"), 75, "x is busy; wait"),
                Arguments.of(
                        new OutOfMemoryError("Java heap space"),
                        75,
                        "not enough memory (Java heap space); close other programs and try again"),
                Arguments.of(
                        new NoClassDefFoundError("org/sqlite/JDBC"),
                        78,
                        "a part of stretch is missing or damaged (org/sqlite/JDBC); install it again"),
                Arguments.of(
                        new UnsatisfiedLinkError("sqlitejdbc"),
                        78,
                        "a part of stretch is missing or damaged (sqlitejdbc); install it again"),
                Arguments.of(
                        new UncheckedIOException(io),
                        74,
                        "reading or writing failed (No space left on device); check the disk"),
                Arguments.of(
                        new ExceptionInInitializerError(new UncheckedIOException(io)),
                        74,
                        "reading or writing failed (No space left on device); check the disk"),
                Arguments.of(
                        new IOError(io), 74, "reading or writing failed (No space left on device); check the disk"),
                Arguments.of(
                        tools.jackson.core.exc.JacksonIOException.construct(io),
                        74,
                        "reading or writing failed (No space left on device); check the disk"),
                Arguments.of(
                        new UncheckedIOException(new AccessDeniedException("/x")),
                        77,
                        "/x: not permitted; check who owns it"));
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void a_condition_of_the_machine_is_one_line(Throwable thrown, int code, String line) {
        for (var command : new String[] {"list", "due", "cautions --json", "completion bash", "--help", "-q --help"}) {
            assertThat(run(raising(thrown), new ByteArrayOutputStream(), command.split(" ", -1)))
                    .isEqualTo(new CliRunner.CliResult(code, "", "stretch: " + line + "\n"));
        }
    }

    static Stream<Throwable> bugs() {
        var circle = new IllegalStateException("outer");
        circle.initCause(new IllegalStateException("inner", circle));
        return Stream.of(new StackOverflowError(), new AssertionError("x"), new NullPointerException(), circle);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void anything_else_is_a_bug_with_a_file_that_holds_the_trace(Throwable thrown) throws IOException {
        var ran = run(raising(thrown), new ByteArrayOutputStream(), "due");
        assertThat(ran.code()).isEqualTo(70);
        assertThat(ran.err()).hasLineCount(1).startsWith("stretch: a bug in stretch (");
        var file = Path.of(ran.err().strip().replaceFirst(".* ", ""));
        assertThat(file).content().contains(thrown.getClass().getName());
        java.nio.file.Files.delete(file);
    }

    @Test
    void there_is_a_code_even_where_nothing_can_be_said() {
        var out = raising(new OutOfMemoryError("Java heap space"));
        assertThat(run(out, out, "due").code()).isEqualTo(70);
    }
}
