package stretch.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.config.VoiceChoice;

class SpeakerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            espeak-ng | en-gb, 150    | -v en-gb -s 150 -- Hold.
            espeak    | 120           | -s 120 -- Hold.
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
}
