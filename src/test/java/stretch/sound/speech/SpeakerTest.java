package stretch.sound.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.config.VoiceChoice;
import stretch.os.Environment;
import stretch.os.UserError;
import stretch.os.process.ProcessRunner;

class SpeakerTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spd-say   | en-gb         | --wait -l en-gb -- Hold.
            spd-say   | Samantha, 170 | --wait -y Samantha -r 0 -- Hold.
            spd-say   | 125           | --wait -r -50 -- Hold.
            spd-say   | 280           | --wait -r 50 -- Hold.
            say       | Samantha, 200 | -v Samantha -r 200 -- Hold.
            """)
    void each_program_is_told_the_voice_in_its_own_way(String program, String voice, String arguments) {
        var speaker = new Speaker(Path.of("/usr/bin", program), VoiceChoice.parse(voice));
        assertThat(String.join(" ", speaker.say("Hold."))).isEqualTo("/usr/bin/" + program + " " + arguments);
    }

    @Test
    void espeak_reads_lines_and_takes_no_character_for_anything_but_itself() {
        var speaker = new Speaker(Path.of("/usr/bin/espeak-ng"), VoiceChoice.parse("en-gb, 150"));
        assertThat(String.join(" ", speaker.readLines())).isEqualTo("/usr/bin/espeak-ng -v en-gb -s 150 -b 1 -m -z");
        assertThat(Speaker.line("Ribs & hips <still>\nnow")).isEqualTo("Ribs &amp; hips &lt;still&gt; now");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            say     | en-gb    | Daniel
            say     | en       | Bad News
            say     | bad news | Bad News
            say     | klingon  |
            say     | nl       |
            spd-say | en-gb    | en-gb
            spd-say | Bad News | Bad News
            spd-say | tlh      |
            """)
    void a_voice_is_looked_up_where_they_are_listed(String program, String voice, String found) throws Exception {
        var file = Files.writeString(
                folder.resolve(program), "#!/bin/sh\ncat <<'END'\n" + (program.equals("say") ? """
                Bad News            en_US    # Hello! My name is Bad News.
                Daniel              en_GB    # Hello! My name is Daniel.
                """ : """
                                NAME                LANGUAGE                 VARIANT
                            Bad News                   en-US                    none
                              Daniel                   en-GB                    none
                """) + "END\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        var speaker = new Speaker(file, VoiceChoice.parse(voice));
        var processes = new ProcessRunner(Environment.ofSystem());
        if (found == null) {
            assertThatThrownBy(() -> speaker.checked(processes))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith(file + ": has no voice '" + voice + "'; ");
        } else {
            assertThat(speaker.checked(processes).voice().name()).contains(found);
        }
    }
}
