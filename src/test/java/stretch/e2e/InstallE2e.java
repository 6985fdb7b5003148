package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** bin/install into a scratch folder, and the stretch that is there then. */
@Tag("once")
class InstallE2e {
    private static final Path INSTALL = Path.of("bin", "install").toAbsolutePath();

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void home() throws IOException {
        home = new Home(folder);
        home.environment().put("install", INSTALL.toString());
    }

    @Test
    void what_is_installed_runs_and_is_taken_away_again() throws Exception {
        var before = files();
        var installed = home.script("\"$install\"");
        assertThat(installed.code()).isZero();
        var bin = folder.resolve(".local/bin");
        assertThat(installed.err())
                .isEqualTo("install: " + bin + " is not on your PATH; put this into ~/.profile, and log in again:"
                        + " export PATH=\"" + bin + ":$PATH\"\n");
        assertThat(installed.out().lines())
                .contains(
                        folder + "/.local/bin/stretch",
                        folder + "/.local/share/man/man1/stretch-run.1",
                        folder + "/.local/share/man/man5/stretch-routines.5",
                        folder + "/.local/share/bash-completion/completions/stretch",
                        folder + "/.local/share/zsh/site-functions/_stretch",
                        folder + "/.local/share/fish/vendor_completions.d/stretch.fish");
        var ran = home.script("~/.local/bin/stretch --version && ~/.local/bin/stretch list routines");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("stretch ").contains("quick");
        assertThat(home.script("~/.local/bin/stretch schedule --at 08:00").out())
                .contains(folder + "/.local/bin/stretch");

        var removed = home.script("\"$install\" --uninstall");
        assertThat(removed.code()).isZero();
        assertThat(removed.out().lines().map(line -> line.replace("removed ", "")))
                .containsExactlyElementsOf(installed.out().lines().toList());
        assertThat(files()).isEqualTo(before);
        assertThat(folder.resolve(".local")).doesNotExist();
    }

    @Test
    void installing_again_leaves_nothing_of_the_old_and_others_files_stay() throws Exception {
        var mine =
                Files.createDirectories(folder.resolve("here/share/man/man1")).resolve("mine.1");
        Files.createFile(mine);
        var first = home.script("\"$install\" --prefix here");
        var again = home.script("\"$install\" --prefix=here");
        assertThat(again).isEqualTo(first);
        home.script("\"$install\" --prefix here --uninstall");
        assertThat(files()).filteredOn(file -> file.startsWith("here")).containsExactly("here/share/man/man1/mine.1");
    }

    /** Each file that is put looks first whether the program is there, whole enough to start. */
    @Test
    void while_it_is_installed_again_it_can_be_started_and_what_only_the_old_had_goes_last() throws Exception {
        home.script("\"$install\" --prefix here");
        var old = folder.resolve("here/lib/stretch/lib/old-1.0.jar");
        Files.createFile(old);
        Files.writeString(folder.resolve("here/lib/stretch/installed"), old + "\n", StandardOpenOption.APPEND);
        var before = files();
        var ran = home.script("""
                mkdir stubs
                printf '%s\\n' '#!/bin/sh' \
                  '[ -x here/bin/stretch ] && [ -s here/lib/stretch/stretch.jar ] && [ -e here/lib/stretch/lib/old-1.0.jar ] &&' \
                  '  [ -s here/lib/stretch/sh/warm.sh ] || echo gone >>gone' \
                  'exec /bin/cp "$@"' >stubs/cp
                chmod +x stubs/cp
                PATH=$PWD/stubs:$PATH "$install" --prefix here""");
        assertThat(ran.code()).isZero();
        assertThat(folder.resolve("gone")).doesNotExist();
        assertThat(files())
                .containsExactlyElementsOf(Stream.concat(before.stream(), Stream.of("stubs/cp"))
                        .filter(file -> !file.endsWith("old-1.0.jar"))
                        .toList());
    }

    @Test
    void one_that_breaks_off_leaves_the_old_one_and_all_of_it_is_taken_away() throws Exception {
        var first = home.script("\"$install\" --prefix here");
        var ran = home.script("""
                mkdir stubs
                printf '%s\\n' '#!/bin/sh' 'case $* in *stretch.id*) exit 1 ;; esac' 'exec /bin/cp "$@"' >stubs/cp
                chmod +x stubs/cp
                PATH=$PWD/stubs:$PATH "$install" --prefix here""");
        assertThat(ran.code()).isEqualTo(73);
        assertThat(home.script("here/bin/stretch --version").out()).startsWith("stretch ");
        assertThat(home.script("\"$install\" --prefix here --uninstall").out().lines())
                .containsExactlyElementsOf(
                        first.out().lines().map(line -> "removed " + line).toList());
        assertThat(folder.resolve("here")).doesNotExist();
    }

    @Test
    void a_link_into_the_sources_is_never_written_through() throws Exception {
        var bin = Files.createDirectories(folder.resolve(".local/bin"));
        Files.createSymbolicLink(bin.resolve("stretch"), Home.STRETCH);
        var refused = home.script("\"$install\"");
        assertThat(refused.code()).isEqualTo(73);
        assertThat(refused.err()).contains("was not put there by bin/install; remove it first");
    }

    @Test
    void a_link_to_the_installed_program_finds_it() throws Exception {
        home.script("\"$install\" && mkdir links && ln -s ../.local/bin/stretch links/stretch");
        assertThat(home.script("links/stretch --version").out()).startsWith("stretch ");
    }

    @Test
    void a_folder_that_cannot_be_is_named() throws Exception {
        for (var nowhere : List.of("env -u HOME \"$install\"", "\"$install\" --prefix=")) {
            assertThat(home.script(nowhere).err())
                    .isEqualTo("install: no folder to install into; name one with --prefix, or set HOME\n");
        }
        home.standIn("mkdir", "exit 1");
        for (var prefix : List.of("/no-such-folder", "here")) {
            var refused = home.script("\"$install\" --prefix " + prefix);
            assertThat(refused.code()).as(prefix).isEqualTo(73);
            assertThat(refused.err()).contains("install: cannot make ").contains(prefix + ";");
        }
    }

    private List<String> files() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> folder.relativize(file).toString())
                    .filter(file -> !file.startsWith(".cache/"))
                    .sorted()
                    .toList();
        }
    }
}
