package stretch.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import stretch.catalogue.CatalogueFile;
import stretch.catalogue.Side;
import stretch.catalogue.Sound;
import stretch.remind.Days;
import stretch.remind.Rules;
import stretch.session.Tempo;
import stretch.terminal.Palette;
import stretch.text.DidYouMean;
import stretch.text.Durations;
import stretch.yaml.Keys;
import stretch.yaml.Mistakes;
import stretch.yaml.Place;
import stretch.yaml.Wanted;
import stretch.yaml.YamlTree;

/** What {@code config.yaml} sets; every option of the command line beats it. */
record Settings(
        Optional<Sound> sound,
        Optional<Duration> prepare,
        Optional<Duration> change,
        boolean high,
        Optional<Side> firstSide,
        List<String> avoid,
        Optional<Tempo> tempo,
        Optional<Palette.Theme> theme,
        Rules rules) {
    static final Settings NONE = new Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Rules.NONE);

    static Settings read(Path file) {
        var mistakes = new Mistakes(file.toString());
        var settings = YamlTree.parse(CatalogueFile.bytes(file), mistakes)
                .flatMap(root -> new Wanted(mistakes).mapping(root, "the file"))
                .map(root -> of(new Keys(Place.START, "the file", root, mistakes)))
                .orElse(NONE);
        mistakes.raise();
        return settings;
    }

    private static Settings of(Keys keys) {
        var settings = new Settings(
                value(keys, "sound", Converters::sound),
                value(keys, "prepare", text -> Durations.parse(text, Duration.ZERO)),
                value(keys, "switch", text -> Durations.parse(text, Duration.ZERO)),
                value(keys, "dose", word(RunCommand.End.values()))
                        .filter(end -> end == RunCommand.End.high)
                        .isPresent(),
                value(keys, "first-side", word(RunCommand.FirstSide.values())).map(RunCommand.FirstSide::side),
                keys.texts("avoid"),
                value(keys, "pace", word(RunCommand.Pace.values())).map(RunCommand.Pace::tempo),
                value(keys, "theme", Converters::theme),
                new Rules(
                        value(keys, "quiet-hours", Converters::hours),
                        value(keys, "working-hours", Converters::hours),
                        value(keys, "days-off", Days::parse).orElse(Set.of())));
        keys.done();
        return settings;
    }

    private static <T> Optional<T> value(Keys keys, String key, Function<String, T> reader) {
        return keys.take(key)
                .flatMap(pair -> keys.wanted()
                        .notation(pair.value(), "'" + key + "'", "a single value", "write one")
                        .flatMap(text -> {
                            try {
                                return Optional.of(reader.apply(text));
                            } catch (IllegalArgumentException e) {
                                keys.mistakes().add(pair.value().at(), "'" + key + "': " + e.getMessage());
                                return Optional.empty();
                            }
                        }));
    }

    private static <E extends Enum<E>> Function<String, E> word(E[] words) {
        return text -> {
            var names = Arrays.stream(words).map(Enum::name).toList();
            if (!names.contains(text)) {
                throw new IllegalArgumentException("'" + text + "' is not known; "
                        + DidYouMean.advice(names, text, "write " + String.join(" or ", names)));
            }
            return words[names.indexOf(text)];
        };
    }
}
