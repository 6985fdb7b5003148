package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cautions and questions on a terminal, a key each. */
@Tag("once")
class SafetyPromptsE2e {
    private static final String SHORT = "run quick --prepare 0s --switch 0s --sound off";

    private Home home;

    @BeforeEach
    void home(@TempDir Path folder) throws Exception {
        home = new Home(folder).alone();
    }

    @Test
    void cautions_are_read_once_before_the_first_session() throws Exception {
        try (var session = home.onTerminal(SHORT)) {
            session.await("Before you stretch")
                    .await("URGENT")
                    .await("Press a key when you have read this, or q to leave.")
                    .type("q")
                    .await("code 3")
                    .end();
        }
        assertThat(home.sessions()).as("whoever leaves practises nothing").isEmpty();

        try (var session = home.onTerminal(SHORT)) {
            session.await("Press a key when you have read this")
                    .type(" ")
                    .await("HOLD  RIGHT SIDE")
                    .await("Streak: 1 day.")
                    .type("x")
                    .await("code 0")
                    .end();
        }
        try (var session = home.onTerminal(SHORT)) {
            session.await("HOLD  RIGHT SIDE").type("qq").await("code 3");
            assertThat(session.end().out()).doesNotContain("URGENT");
        }
    }

    @Test
    void a_voice_reads_the_cautions_until_a_key_is_pressed() throws Exception {
        home.standIn(
                "espeak-ng",
                "case \"$*\" in *-w*) exit 1;; *--*) echo \"$*\" >~/said; echo $$ >~/pid; exec sleep 1000;; esac;"
                        + " cat >/dev/null");
        try (var session = home.onTerminal(SHORT.replace("off", "voice"))) {
            session.await("Press a key when you have read this");
            home.await("pid");
            session.type(" ").await("code 0").end();
            assertThat(ProcessHandle.of(Long.parseLong(
                            Files.readString(home.folder().resolve("pid")).strip())))
                    .isEmpty();
        }
        assertThat(home.folder().resolve("said"))
                .content()
                .startsWith("-- This is general education, not a diagnosis.")
                .contains("Urgent: Loss of bowel or bladder control.");
    }

    @Test
    void ctrl_c_at_the_cautions_leaves_the_terminal_as_it_was() throws Exception {
        try (var session = home.onTerminal(SHORT)) {
            session.await("Press a key when you have read this").type("\u0003").await("code 130");
            var lines = session.end().out().lines().toList();
            assertThat(lines.get(lines.size() - 1)).as("stty -g").isEqualTo(lines.get(0));
        }
        assertThat(home.sessions()).isEmpty();
    }

    @Test
    void pain_is_asked_for_before_and_after() throws Exception {
        Files.writeString(home.folder().resolve(".config/stretch/config.yaml"), "checkin: before\n");
        try (var session = home.onTerminal(SHORT)) {
            session.await("Press a key when you have read this")
                    .type(" ")
                    .await("Pain now: 0 (none) to 9, x for 10")
                    .type("3")
                    .await("Pain now: 3")
                    .await("Streak: 1 day.")
                    // The second x is still meant for the session: it is no pain of 10.
                    .type("xx")
                    .await("completed quick")
                    .await("Pain after: 0 (none) to 9, x for 10")
                    .type("6")
                    .await("Your pain went from 3 to 6 in this session.")
                    .await("URGENT")
                    .await("code 0")
                    .end();
        }
        assertThat(home.run("export").out()).contains(",2,2,3,6,,");
        assertThat(home.run("doctor").out()).doesNotContain("not what was written");
    }

    @Test
    void severe_pain_may_be_left_at() throws Exception {
        try (var session = home.onTerminal(SHORT + " --pain 9")) {
            session.await("Press a key when you have read this")
                    .type(" ")
                    .await("You recorded a pain of 9 of 10.")
                    .await("leave it for today: stretch skip")
                    .await("Press a key to start anyway, or q to leave.")
                    .type("q")
                    .await("code 3")
                    .end();
        }
        assertThat(home.sessions()).isEmpty();
    }

    @Test
    void what_was_typed_before_a_question_is_no_answer_to_it() throws Exception {
        try (var checkin = home.inTerminal("\"$stretch\" checkin")) {
            checkin.type("9wwww").await("Pain now").type("3").await("  3");
            checkin.await("better?")
                    .type("b")
                    .await("better?")
                    .type("x")
                    .await("better?")
                    .type("x");
            checkin.await("better?").type("x").await("checked in: pain 3, bending better");
            assertThat(checkin.end().code()).isZero();
        }
        try (var suggest = home.inTerminal("\"$stretch\" suggest")) {
            suggest.type("y\ny\ny\ny\ny\n").await("1/5").type("n\n");
            suggest.await("2/5")
                    .type("n\n")
                    .await("3/5")
                    .type("n\n")
                    .await("4/5")
                    .type("n\n");
            suggest.await("5/5").type("n\n");
            assertThat(suggest.end().out()).doesNotContain("Save this");
        }
    }

    @Test
    void a_check_in_is_five_keys() throws Exception {
        try (var checkin = home.onTerminal("checkin")) {
            checkin.await("Pain now? 0 (none) to 9, or x for 10")
                    .type("4")
                    .await("w worse, s same, b better?")
                    .type("b")
                    .await("w worse, s same, b better?")
                    // An arrow is sent as three characters, and is one key all the same.
                    .type("\033[B")
                    .await("w worse, s same, b better?")
                    .type("s")
                    .await("w worse, s same, b better?")
                    .type("w")
                    .await("checked in: pain 4, bending better, balance same, ease worse")
                    .await("code 0")
                    .end();
        }
        assertThat(home.run("export", "--checkins").out()).contains(",4,better,,same,worse,,");
    }
}
