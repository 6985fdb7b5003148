package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything moves from one machine to another in one file. */
@Tag("once")
class MoveE2e {
    @Test
    void to_a_new_machine_and_back(@TempDir Path folder) throws Exception {
        var old = new Home(Files.createDirectory(folder.resolve("old")));
        var fresh = new Home(Files.createDirectory(folder.resolve("new")));
        var zip = folder.resolve("stretch.zip").toString();
        var packed = old.script("""
                "$stretch" config sound "off" && "$stretch" add quick --note moved || exit
                mkdir ~/.config/stretch/routines.d
                echo 'routines: {plan: {extends: quick, name: A plan}}' > ~/.config/stretch/routines.d/plan.yaml
                "$stretch" backup '%s'
                """.formatted(zip));
        assertThat(packed.code()).as(packed.err()).isZero();
        Files.delete(fresh.folder().resolve(".config/stretch/routines.yaml"));

        var put = fresh.run("restore", zip);

        assertThat(put.code()).as(put.err()).isZero();
        for (var asked : List.of("export --format json", "config sound", "list routines --json", "show plan")) {
            var there = fresh.run(asked.split(" ", -1));
            assertThat(there.code()).isZero();
            assertThat(there.out().replace("/new/", "/old/"))
                    .isEqualTo(old.run(asked.split(" ", -1)).out());
        }
        assertThat(fresh.run("history", "--json").out()).contains("moved");

        var cut =
                Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(Files.readAllBytes(Path.of(zip)), 999));
        var refused = fresh.run("restore", cut.toString());
        assertThat(refused.code()).isEqualTo(65);
        assertThat(refused.err())
                .startsWith("stretch: " + cut + ": is not a whole zip file (")
                .hasLineCount(1);
    }
}
