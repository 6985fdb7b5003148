package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.e2e.RunningProcess.Output;

/** What bin/dist makes, each tried in a scratch folder as somebody who has nothing else would. */
@Tag("once")
class DistE2e {
    private static final long LIMIT = 60_000_000;

    /** What bin/dist ends with where a tool or a Java is missing. */
    private static final int LACKS = 78;

    private static Path dist;

    @TempDir
    Path folder;

    private Home home;

    /** What bin/check has made already, or made now. */
    @BeforeAll
    static void make(@TempDir Path made) throws Exception {
        var before = System.getProperty("e2e.dist");
        dist = before == null ? made.resolve("dist") : Path.of(before).toAbsolutePath();
        if (before != null) {
            return;
        }
        var log = made.resolve("log");
        var maker = new ProcessBuilder("bin/dist", "--out", dist.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        // A whole build, beside other tests on a slow machine.
        assertThat(maker.waitFor(15, TimeUnit.MINUTES)).as("ended").isTrue();
        var said = Files.readString(log);
        assumeFalse(maker.exitValue() == LACKS, said);
        assertThat(maker.exitValue()).as(said).isZero();
    }

    @BeforeEach
    void home() throws IOException {
        home = new Home(folder).alone();
        home.environment().put("dist", dist.toString());
        home.environment().put("home", folder.toString());
    }

    @Test
    void the_sums_hold_and_the_archive_is_small() throws Exception {
        assertThat(script("cd \"$dist\" && sha256sum -c --quiet SHA256SUMS && wc -l <SHA256SUMS"))
                .isEqualTo("3\n");
        assertThat(Long.parseLong(script("stat -c %s \"$dist\"/*.tar.gz").strip()))
                .isLessThan(LIMIT);
    }

    @Test
    void the_list_of_libraries_names_those_that_travel_and_no_other() throws Exception {
        assertThat(script(
                        "grep -o 'pkg:maven/[^/]*/[^?]*?type=jar' \"$dist\"/*.cdx.json | sed 's,.*/,,; s,?.*,,; s,@,-,'"
                                + " | grep -v ^stretch- | LC_ALL=C sort -u"))
                .isEqualTo(script("tar -tzf \"$dist\"/*.tar.gz | sed -n 's,.*/lib/stretch/lib/\\(.*\\)\\.jar$,\\1,p'"));
    }

    @Test
    void the_archive_runs_anywhere_without_any_java() throws Exception {
        unpack();
        assertThat(alone("--version")).startsWith("stretch ");
        assertThat(alone("list")).contains("quick", "hip-hinge");
        assertThat(alone("add quick --duration 1m")).contains("quick");
        assertThat(alone("history")).contains("quick");
        assertThat(alone("due --why quick || test $? = 1")).contains("done today");
        assertThat(alone("doctor")).contains(folder + "/some where/lib/stretch/java");
        assertThat(alone("schedule")).contains("some where/bin/stretch").doesNotContain("JAVA_HOME");
        assertThat(alone("run quick --plain --prepare 0s --switch 0s")).contains("completed quick: 2 of 2 steps");
        assertThat(script("env -i \"$home/some where/bin/stretch\" list routines"))
                .as("without a home")
                .contains("daily");
        assertThat(script("find 'some where' -newer 'some where/lib/stretch/stretch.jar'"))
                .as("written to")
                .isEmpty();
    }

    @Test
    void its_java_knows_signals() throws Exception {
        unpack();
        // JLine looks for what it needs by name, so that jdeps does not see it.
        assertThat(script("exec 3< <(exec env -i HOME=\"$home\" 'some where/bin/stretch' run quick --plain)\n"
                        + "pid=$!; read -r <&3; read -r <&3; kill -TERM $pid; cat <&3; wait $pid; echo \"code $?\""))
                .contains("interrupted quick: 0 of 2 steps", "code 143");
    }

    @Test
    void its_classes_come_from_its_archive_wherever_it_lies() throws Exception {
        unpack();
        // A stand-in for its Java, which has the real one tell where each class is from.
        script("cd 'some where/lib/stretch/java/bin' && mv java real && printf '%s\\n' '#!/bin/sh'"
                + " '_JAVA_OPTIONS=-Xlog:class+load exec \"${0%/*}/real\" \"$@\"' >java && chmod +x java");
        assertThat(alone("list"))
                .contains("stretch.cli.Cli source: shared objects file")
                .contains("picocli.CommandLine source: shared objects file");
        assertThat(folder.resolve(".cache/stretch/start")).doesNotExist();
        // Copied without their dates, the jars are no longer those that it was made of: another is looked for.
        script("touch 'some where/lib/stretch/stretch.jar'");
        assertThat(alone("list")).contains("quick").doesNotContain("shared objects file");
    }

    @Test
    void the_debian_package_installs_runs_and_goes_again() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/fakeroot")), "fakeroot is not installed");
        var dpkg = "fakeroot dpkg --root=\"$home/root\" --log=/dev/null --force-depends --force-bad-path ";
        script("mkdir -p root/var/lib/dpkg/info root/var/lib/dpkg/updates && : >root/var/lib/dpkg/status");
        script(dpkg + "-i \"$dist\"/*.deb");
        assertThat(script(dpkg + "-L stretch").lines())
                .contains(
                        "/usr/bin/stretch",
                        "/usr/share/man/man1/stretch-run.1.gz",
                        "/usr/share/man/man5/stretch-routines.5.gz",
                        "/usr/share/bash-completion/completions/stretch",
                        "/usr/share/zsh/vendor-completions/_stretch",
                        "/usr/share/fish/vendor_completions.d/stretch.fish",
                        "/usr/share/doc/stretch/copyright");
        assertThat(script("root/usr/bin/stretch --version")).startsWith("stretch ");
        assertThat(script("root/usr/bin/stretch run quick --plain --prepare 0s --switch 0s"))
                .contains("completed quick: 2 of 2 steps");
        assertThat(script("gzip -dc root/usr/share/man/man1/stretch.1.gz | head -n 30"))
                .contains("stretch");
        script(dpkg + "-r stretch");
        assertThat(folder.resolve("root/usr")).doesNotExist();
    }

    @Test
    void lintian_finds_no_error() throws Exception {
        assumeTrue(Files.exists(Path.of("/usr/bin/lintian")), "lintian is not installed");
        script("lintian --fail-on error \"$dist\"/*.deb");
    }

    private void unpack() throws Exception {
        script("tar -xzf \"$dist\"/*.tar.gz && mv stretch-* 'some where' && mkdir nothing");
    }

    /** What stretch of the archive says with a home and not a single program on the PATH. */
    private String alone(String arguments) throws Exception {
        return script("env -i HOME=\"$home\" PATH=\"$home/nothing\" \"$home/some where/bin/stretch\" " + arguments);
    }

    private String script(String script) throws Exception {
        Output output = home.script(script);
        assertThat(output.code()).as("%s%n%s", script, output).isZero();
        return output.out();
    }
}
