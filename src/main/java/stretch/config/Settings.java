package stretch.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stretch.catalogue.Goal;
import stretch.catalogue.Sound;
import stretch.catalogue.exercise.Side;
import stretch.catalogue.read.CatalogueFile;
import stretch.catalogue.read.GoalReader;
import stretch.history.PracticeCalendar;
import stretch.screen.canvas.Theme;
import stretch.session.plan.Tempo;
import stretch.yaml.MappingReader;
import stretch.yaml.Node;
import stretch.yaml.NodeChecks;
import stretch.yaml.Problems;
import stretch.yaml.SourcePosition;
import stretch.yaml.YamlTree;

/** What {@code config.yaml} sets; every option of the command line beats it. */
public record Settings(
        Optional<Sound> sound,
        Optional<VoiceChoice> voice,
        Optional<Duration> prepare,
        Optional<Duration> change,
        DoseMode dose,
        Optional<Side> firstSide,
        List<String> avoid,
        Optional<Tempo> tempo,
        Optional<Theme> theme,
        boolean plain,
        boolean awake,
        ReminderRules rules,
        PracticeCalendar calendar,
        CheckInSchedule checkin,
        Optional<String> sync,
        Map<String, Goal> goals) {
    public static final String GOALS = "goals";

    public static final Settings NONE = new Settings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            DoseMode.low,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            true,
            ReminderRules.NONE,
            PracticeCalendar.USUAL,
            CheckInSchedule.off,
            Optional.empty(),
            Map.of());

    public Settings {
        avoid = List.copyOf(avoid);
        goals = Map.copyOf(goals);
    }

    public static Settings read(Path file) {
        return of(file.toString(), CatalogueFile.bytes(file));
    }

    /**
     * What the settings are with this content of their file.
     *
     * @param fileName the name of the file in messages
     */
    public static Settings of(String fileName, byte[] content) {
        var problems = new Problems(fileName);
        var settings = YamlTree.parse(content, problems)
                .flatMap(root -> new NodeChecks(problems).mapping(root, "the file"))
                .map(root -> of(new MappingReader(SourcePosition.START, "the file", root, problems)))
                .orElse(NONE);
        problems.throwIfAny();
        return settings;
    }

    private static Settings of(MappingReader fields) {
        var settings = new Settings(
                value(fields, Setting.SOUND),
                value(fields, Setting.VOICE),
                value(fields, Setting.PREPARE),
                value(fields, Setting.SWITCH),
                value(fields, Setting.DOSE).orElse(DoseMode.low),
                value(fields, Setting.FIRST_SIDE),
                fields.texts(Setting.AVOID.key()),
                value(fields, Setting.PACE),
                value(fields, Setting.THEME),
                value(fields, Setting.PLAIN).orElse(false),
                value(fields, Setting.AWAKE).orElse(true),
                new ReminderRules(
                        value(fields, Setting.QUIET_HOURS),
                        value(fields, Setting.WORKING_HOURS),
                        value(fields, Setting.DAYS_OFF).orElse(Set.of())),
                new PracticeCalendar(
                        value(fields, Setting.DAY_STARTS).orElse(PracticeCalendar.USUAL.dayStarts()),
                        value(fields, Setting.WEEK_STARTS).orElse(PracticeCalendar.USUAL.weekStarts())),
                value(fields, Setting.CHECKIN).orElse(CheckInSchedule.off),
                value(fields, Setting.SYNC),
                goals(fields));
        fields.reportUnknown();
        return settings;
    }

    private static Map<String, Goal> goals(MappingReader fields) {
        var goals = new LinkedHashMap<String, Goal>();
        var checks = fields.wanted();
        fields.optional(GOALS)
                .flatMap(pair -> checks.mapping(pair.value(), "'" + GOALS + "'"))
                .ifPresent(mapping -> mapping.pairs()
                        .forEach(pair -> GoalReader.read(checks, pair.value(), pair.key())
                                .ifPresent(goal -> goals.put(pair.key(), goal))));
        return goals;
    }

    private static <T> Optional<T> value(MappingReader fields, Setting<T> setting) {
        var name = "'" + setting.key() + "'";
        return fields.optional(setting.key())
                .flatMap(pair -> text(fields, name, pair.value(), setting.allowed())
                        .flatMap(text -> fields.wanted()
                                .parsed(
                                        pair.value(),
                                        name + ": ",
                                        () -> setting.reader().apply(text))));
    }

    private static Optional<String> text(MappingReader fields, String name, Node value, String allowed) {
        return value instanceof Node.Scalar scalar && scalar.kind() == Node.ScalarKind.BOOLEAN
                ? Optional.of(scalar.text().toLowerCase(Locale.ROOT))
                : fields.wanted().notation(value, name, "a single value", "write " + allowed);
    }
}
