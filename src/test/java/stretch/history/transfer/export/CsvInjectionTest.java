package stretch.history.transfer.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that a spreadsheet would run gets an apostrophe, which can be taken away again. */
@Tag("once")
class CsvInjectionTest {
    private static final int STRINGS = 10_000;
    private static final String MEANING = "'''=+-@1e\t\r\n \0\u00a0\"|,;a1\u00e9\u2028";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-1",
                "-",
                "@SUM(A1)",
                "\tx",
                "\rx",
                " =1",
                "\n=1",
                " \t \n-x",
                "\0=1",
                "'=1",
                "''+1",
                "' =1",
                "-5 on the left, 3 on the right",
                "=a\nb",
                "00012345",
                "12345e07",
                "7E1",
                "''12"
            })
    void what_runs_is_neutralised(String text) {
        assertThat(CsvInjection.neutralised(text)).isEqualTo("'" + text);
        assertThat(CsvInjection.restored("'" + text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "a=1",
                "1-2",
                "'",
                "'a",
                "'tis stiff",
                "\"=1\"",
                "\n",
                "#1",
                "a\n=1",
                "1 = 1",
                "1e",
                "e1",
                "12 kg",
                "2026-11-21",
                "0001-0002"
            })
    void what_does_not_run_stays(String text) {
        assertThat(CsvInjection.neutralised(text)).isEqualTo(text);
        assertThat(CsvInjection.restored(text)).isEqualTo(text);
    }

    @Test
    void is_undone_and_never_gives_one_cell_for_two_texts() {
        var random = new Random(7);
        var texts = new HashMap<String, String>();
        int neutralised = 0;
        for (int i = 0; i < STRINGS; i++) {
            var text = text(random);
            var cell = CsvInjection.neutralised(text);
            assertThat(CsvInjection.restored(cell)).isEqualTo(text);
            assertThat(texts.merge(cell, text, (before, now) -> before)).isEqualTo(text);
            neutralised += cell.equals(text) ? 0 : 1;
        }
        assertThat(neutralised).isBetween(STRINGS / 10, STRINGS * 9 / 10);
    }

    @Test
    void no_cell_begins_with_what_runs() {
        var random = new Random(8);
        for (int i = 0; i < STRINGS; i++) {
            assertThat(CsvInjection.neutralised(text(random))).doesNotContainPattern("\\A\\s*[=+\\-@\t\r]");
        }
    }

    @Test
    void long_text_is_no_trouble() {
        for (var text : new String[] {" ".repeat(1_000_000), "'".repeat(1_000_000), "=" + "\n".repeat(1_000_000)}) {
            assertThat(CsvInjection.restored(CsvInjection.neutralised(text))).isEqualTo(text);
        }
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(MEANING.charAt(random.nextInt(MEANING.length())));
        }
        return text.toString();
    }
}
