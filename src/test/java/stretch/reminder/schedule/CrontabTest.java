package stretch.reminder.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrontabTest {
    private static final String BLOCK = "# stretch: begin daily\n0 9 * * * x\n# stretch: end daily\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MAILTO=you\n",
                "MAILTO=you\r\n0 1 * * * a\r\n",
                "no line break",
                "\n\n\n",
                "no line break\r",
                "# stretch: a comment of my own\n",
                "# stretch: begin all\n0 8 * * * y\n# stretch: end all\n",
            })
    void installed_and_taken_away_every_byte_is_as_it_was(String text) {
        var with = new Crontab(text).with("daily", List.of("0 9 * * * x"));
        assertThat(with).startsWith(text).contains("\n0 9 * * * x\n");
        assertThat(new Crontab(with).with("daily", List.of("0 9 * * * x"))).isEqualTo(with);
        assertThat(new Crontab(with).blocks()).containsEntry("daily", List.of("0 9 * * * x"));
        assertThat(new Crontab(with).without("daily")).isEqualTo(text);
    }

    @Test
    void a_block_is_replaced_where_it_stands() {
        var text = "a\r\n" + BLOCK + "b\n# stretch: begin all\nc\n# stretch: end all\nd";
        assertThat(new Crontab(text).with("daily", List.of("1", "2")))
                .isEqualTo("a\r\n# stretch: begin daily\n1\n2\n# stretch: end daily\nb\n"
                        + "# stretch: begin all\nc\n# stretch: end all\nd");
        assertThat(new Crontab(text).without("all")).isEqualTo("a\r\n" + BLOCK + "b\nd");
    }

    @Test
    void a_line_break_that_was_added_stays_once_something_follows() {
        var with = new Crontab("a").with("daily", List.of("x")) + "b\n";
        assertThat(new Crontab(with).without("daily")).isEqualTo("a\nb\n");
    }

    @Test
    void marks_are_known_again_after_an_editor_changed_the_line_breaks() {
        var text = BLOCK.replace("\n", "\r\n");
        assertThat(new Crontab(text).blocks()).containsEntry("daily", List.of("0 9 * * * x"));
        assertThat(new Crontab(text).with("daily", List.of("0 9 * * * x"))).isEqualTo(BLOCK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "begin daily;x | begin daily | has no end mark",
                "begin daily;begin all;end all | begin daily | has no end mark",
                "begin daily;end all | begin daily | has no end mark",
                "end daily | end daily | has no begin mark",
                "begin daily;end daily;begin daily;end daily | begin daily | appears twice",
            })
    void marks_out_of_order_are_refused_rather_than_guessed_at(String marks, String mark, String what) {
        var text = marks.replaceAll("(begin|end)", "# stretch: $1").replace(";", "\n") + "\n";
        assertThatThrownBy(() -> new Crontab(text))
                .hasMessage("the crontab's line '# stretch: " + mark + "' " + what
                        + "; correct or delete that line with 'crontab -e'");
    }

    @Test
    void a_change_is_the_lines_that_go_and_come() {
        assertThat(LineDiff.lines("a\nb\nc\n", "a\nx\ny\nc\n")).containsExactly("-b", "+x", "+y");
        assertThat(LineDiff.lines("", "a\n")).containsExactly("+a");
        assertThat(LineDiff.lines("a\n", "")).containsExactly("-a");
        assertThat(LineDiff.lines("a\na\n", "a\n")).containsExactly("-a");
        assertThat(LineDiff.lines("a\n", "a\n")).isEmpty();
    }
}
