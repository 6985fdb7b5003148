package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and sheets, as a user gets them. */
@Tag("once")
class FiguresE2e {
    @TempDir
    Path folder;

    @Test
    void a_sheet_is_a_file_of_one_s_own_and_never_written_over() throws Exception {
        var home = new Home(folder);
        var sheet = folder.resolve("daily.html");
        assertThat(home.run("figures", "-o", "daily.html").code()).isZero();
        assertThat(sheet).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(Files.getPosixFilePermissions(sheet)).isEqualTo(PosixFilePermissions.fromString("rw-------"));

        var again = home.run("figures", "quick", "-o", "daily.html");
        assertThat(again.code()).isEqualTo(73);
        assertThat(again.err()).contains("daily.html: exists already; name another file, or add --force");
        assertThat(sheet).content().contains("<h1>Daily</h1>");

        assertThat(home.run("figures", "quick", "-o", "daily.html", "--force").code())
                .isZero();
        assertThat(sheet).content().contains("<h1>Quick</h1>").doesNotContain("Daily");
        assertThat(home.run("figures", "quick").out()).isEqualTo(Files.readString(sheet));
    }

    @Test
    void a_full_disk_leaves_nothing_half_written() throws Exception {
        var full = new Home(folder).script("\"$stretch\" figures >/dev/full");
        assertThat(full.code()).isEqualTo(74);
        assertThat(full.err()).hasLineCount(1).contains("is the disk full?");
        var closed = new Home(Files.createDirectory(folder.resolve("other")))
                .script("\"$stretch\" figures full | head -c 10; echo \"${PIPESTATUS[0]}\"");
        assertThat(closed.out()).startsWith("<!DOCTYPE").doesNotContain("70");
        assertThat(closed.err()).isEmpty();
    }

    @Test
    void a_picture_is_svg_and_what_has_none_says_so() throws Exception {
        var home = new Home(folder);
        assertThat(home.run("show", "hip-hinge", "--svg").out())
                .startsWith("<svg ")
                .endsWith("</svg>\n");
        var none = home.run("show", "calf", "--svg");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).isEqualTo("stretch: 'calf' has no figure; add one in your routines.yaml\n");
        var routine = home.run("show", "daily", "--svg");
        assertThat(routine.code()).isEqualTo(2);
        assertThat(routine.err())
                .isEqualTo("stretch: --svg draws one exercise, which 'daily' is not; 'stretch figures daily' draws all"
                        + " of a routine\n");
    }
}
