package stretch.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stretch.e2e.RunningProcess.Output;

/** A session without a terminal, as scripts see it, and what is on record afterwards. */
class PlainE2e {
    @Test
    void both_sides_line_by_line(@TempDir Path folder) throws Exception {
        var home = new Home(folder).acquainted();

        var session = home.run("run", "quick", "--prepare", "0s", "--switch", "0s");

        assertThat(session.out().replaceAll("session [0-9a-f]{8}\n", "session ID\n"))
                .isEqualTo("""
                        quick: 1 exercise, 2 steps, about 2 s
                        1/2 calf, right: get ready, 0 s
                        1/2 calf, right: hold, 1 s
                        1/2 calf, right: half way
                        done 1/2 calf, right: 1 s
                        2/2 calf, left: get ready, 0 s
                        2/2 calf, left: hold, 1 s
                        2/2 calf, left: half way
                        done 2/2 calf, left: 1 s
                        completed quick: 2 of 2 steps, 2 s, session ID
                        """);
        assertThat(session.err()).isEqualTo("""
                          Quick. About two seconds.
                          Calf stretch. Right side first.
                          Face the wall.
                          Heel down.
                          A pull in the calf.
                          Right side. One second.
                          Change sides. Now the left side.
                          Heel down.
                          A pull in the calf.
                          Left side. One second.
                        """);
        assertThat(session.code()).isZero();
        assertThat(session.out() + session.err()).as("control characters").doesNotContainPattern("[\\p{Cc}&&[^\n]]");

        assertThat(anonymous(home.run("export"))).isEqualTo("""
                        session,routine,started_at,ended_at,active_seconds,outcome,steps_done,steps_planned,\
                        pain_before,pain_after,note,device,date,time,minutes
                        ID,quick,TIME,TIME,2,completed,2,2,,,,DEVICE,DATE,TIME,0.03
                        """);
        assertThat(anonymous(home.run("export", "--steps"))).isEqualTo("""
                        session,step,routine,exercise,side,kind,planned,done,unit,seconds,outcome,started_at,set,load,date,time
                        ID,1,quick,calf,right,hold,1,1,s,1,done,TIME,,,DATE,TIME
                        ID,2,quick,calf,left,hold,1,1,s,1,done,TIME,,,DATE,TIME
                        """);
    }

    /** With what differs from run to run named. */
    private static String anonymous(Output export) {
        assertThat(export.err()).isEmpty();
        assertThat(export.code()).isZero();
        return export.out()
                .replaceAll("(?m)^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12},", "ID,")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d\\d:\\d\\d", "TIME")
                .replaceAll(",\\d{4}-\\d\\d-\\d\\d,\\d\\d:\\d\\d:\\d\\d", ",DATE,TIME")
                .replaceAll(",[0-9a-f]{8},DATE", ",DEVICE,DATE");
    }

    @Test
    void quiet_leaves_the_prompts_out_and_keeps_the_lines(@TempDir Path folder) throws Exception {
        var session = new Home(folder).acquainted().run("run", "quick", "--prepare", "0s", "--switch", "0s", "--quiet");

        assertThat(session.out()).contains("done 2/2 calf, left: 1 s\n");
        assertThat(session.err()).isEmpty();
        assertThat(session.code()).isZero();
    }

    @Test
    void the_left_side_first_if_asked(@TempDir Path folder) throws Exception {
        var home = new Home(folder);

        home.run("run", "quick", "--prepare", "0s", "--switch", "0s", "--first-side", "left");

        assertThat(home.steps()).containsExactly("1 calf left done", "2 calf right done");
    }

    @Test
    void a_rehearsal_is_not_on_record(@TempDir Path folder) throws Exception {
        var home = new Home(folder);

        var session = home.run("run", "quick", "--rehearse");

        assertThat(session.out()).endsWith("completed quick: 2 of 2 steps, 2 s, not recorded (rehearsal)\n");
        assertThat(session.code()).isZero();
        assertThat(home.sessions()).isEmpty();
    }
}
