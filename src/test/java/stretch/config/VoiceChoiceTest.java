package stretch.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceChoiceTest {
    @Test
    void a_voice_is_a_name_a_rate_or_both() {
        assertThat(VoiceChoice.parse("en-gb")).isEqualTo(new VoiceChoice(Optional.of("en-gb"), OptionalInt.empty()));
        assertThat(VoiceChoice.parse("150")).isEqualTo(new VoiceChoice(Optional.empty(), OptionalInt.of(150)));
        var both = new VoiceChoice(Optional.of("Bad News"), OptionalInt.of(100));
        assertThat(VoiceChoice.parse("Bad News, 100")).isEqualTo(both);
        assertThat(VoiceChoice.parse("100 ,Bad News")).isEqualTo(both);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ",", "en,", "99", "301", "99999999999", "150, 160", "en, de", "--help", "/tmp/x", "en, -1"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> VoiceChoice.parse(text))
                .hasMessage("invalid voice '" + text + "': expected a voice or language, words a minute (100 to 300),"
                        + " or both with a comma: en-gb, 150");
    }
}
