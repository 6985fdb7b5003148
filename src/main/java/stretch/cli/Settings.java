package stretch.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stretch.catalogue.CatalogueFile;
import stretch.catalogue.Side;
import stretch.catalogue.Sound;
import stretch.remind.Rules;
import stretch.session.Tempo;
import stretch.terminal.Palette;
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
        RunCommand.End dose,
        Optional<Side> firstSide,
        List<String> avoid,
        Optional<Tempo> tempo,
        Optional<Palette.Theme> theme,
        Rules rules,
        CheckinCommand.Asked checkin) {
    static final Settings NONE = new Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            RunCommand.End.low,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Rules.NONE,
            CheckinCommand.Asked.off);

    static Settings read(Path file) {
        return of(file.toString(), CatalogueFile.bytes(file));
    }

    /**
     * What the settings are with this content of their file.
     *
     * @param fileName the name of the file in messages
     */
    static Settings of(String fileName, byte[] content) {
        var mistakes = new Mistakes(fileName);
        var settings = YamlTree.parse(content, mistakes)
                .flatMap(root -> new Wanted(mistakes).mapping(root, "the file"))
                .map(root -> of(new Keys(Place.START, "the file", root, mistakes)))
                .orElse(NONE);
        mistakes.raise();
        return settings;
    }

    private static Settings of(Keys keys) {
        var settings = new Settings(
                value(keys, Setting.SOUND),
                value(keys, Setting.PREPARE),
                value(keys, Setting.SWITCH),
                value(keys, Setting.DOSE).orElse(RunCommand.End.low),
                value(keys, Setting.FIRST_SIDE),
                keys.texts(Setting.AVOID.key()),
                value(keys, Setting.PACE),
                value(keys, Setting.THEME),
                new Rules(
                        value(keys, Setting.QUIET_HOURS),
                        value(keys, Setting.WORKING_HOURS),
                        value(keys, Setting.DAYS_OFF).orElse(Set.of())),
                value(keys, Setting.CHECKIN).orElse(CheckinCommand.Asked.off));
        keys.done();
        return settings;
    }

    private static <T> Optional<T> value(Keys keys, Setting<T> setting) {
        var name = "'" + setting.key() + "'";
        return keys.take(setting.key())
                .flatMap(pair -> keys.wanted()
                        .notation(pair.value(), name, "a single value", "write one")
                        .flatMap(text -> {
                            try {
                                return Optional.of(setting.reader().apply(text));
                            } catch (IllegalArgumentException e) {
                                keys.mistakes().add(pair.value().at(), name + ": " + e.getMessage());
                                return Optional.empty();
                            }
                        }));
    }
}
