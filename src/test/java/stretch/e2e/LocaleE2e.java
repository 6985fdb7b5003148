package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session on a terminal whose user speaks another language. */
@Tag("once")
class LocaleE2e {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Duser.language=ar -Duser.country=EG",
                "-Duser.language=tr -Duser.country=TR",
                "-Duser.language=th -Duser.country=TH -Duser.extensions=u-nu-thai"
            })
    void a_long_hold_is_counted_down(String locale) throws Exception {
        // Not every machine has these locales, but every Java has.
        var home = new Home(folder).acquainted().java("exec \"$REAL_JAVA\" " + locale + " \"$@\"");
        try (var session = home.onTerminal("run quick --prepare 0s --switch 5s --hold 130s --sound off")) {
            session.await("HOLD  RIGHT SIDE  2:10")
                    .await("step 1 of 2   4 min 30 s left")
                    .type("s")
                    .await("CHANGE  LEFT SIDE")
                    .type("qq")
                    .await("stopped quick: ")
                    .await("code 3")
                    .end();
        }
        assertThat(home.sessions()).containsExactly("quick stopped 0/2");
    }

    /** As happens after ssh from a machine that has it. */
    @Test
    void a_locale_that_is_not_installed_does_not_hide_files() throws Exception {
        var home = new Home(folder).alone();
        home.environment().put("LC_ALL", "xx_YY.UTF-8");
        var ran = home.script(
                "mv .config/stretch/routines.yaml übung.yaml && \"$stretch\" --routines übung.yaml list routines");
        assertThat(ran.err()).doesNotContain("stretch:");
        assertThat(ran.out()).contains("quick");
    }
}
