package stretch.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import stretch.catalogue.Side;
import stretch.catalogue.Sound;
import stretch.cli.ArgumentParsers;
import stretch.cli.practise.CheckinCommand;
import stretch.cli.practise.RunCommand;
import stretch.session.plan.Tempo;
import stretch.terminal.Palette;
import stretch.text.DidYouMean;
import stretch.text.Durations;
import stretch.text.TerminalSafe;

/**
 * A key of {@code config.yaml}; {@link #ALL} is the one list that the reader, {@code config} and the docs go by.
 *
 * @param defaultText what it is where it is not set; empty where that is no single value
 * @param describedDefault what happens then, in words, where {@code standard} is empty
 * @param allowed what it may be, in words
 * @param isList whether it is written as a list
 * @param reader makes a value of the text, or complains with an IllegalArgumentException
 */
public record Setting<T>(
        String key,
        String defaultText,
        String describedDefault,
        String allowed,
        boolean isList,
        Function<String, T> reader) {
    static final Setting<Sound> SOUND = of("sound", "bell", "bell, tone, voice or off", ArgumentParsers::sound);
    static final Setting<Tempo> PACE = of(
            "pace",
            "normal",
            "slow, normal or fast",
            word(RunCommand.TempoOption.values(), RunCommand.TempoOption::tempo));
    static final Setting<Palette.Theme> THEME =
            of("theme", "auto", "auto, dark, light or contrast", ArgumentParsers::theme);
    static final Setting<Duration> PREPARE = open("prepare", "as long as the words take", "0s to 4h", Setting::wait);
    static final Setting<Duration> SWITCH = open("switch", "as long as the words take", "0s to 4h", Setting::wait);
    static final Setting<RunCommand.DoseMode> DOSE =
            of("dose", "low", "low, high or progress", word(RunCommand.DoseMode.values(), Function.identity()));
    static final Setting<Side> FIRST_SIDE = open(
            "first-side",
            "as the catalogue has it",
            "left or right",
            word(RunCommand.FirstSideOption.values(), RunCommand.FirstSideOption::side));
    public static final Setting<List<String>> AVOID = new Setting<>(
            "avoid",
            "",
            "nothing",
            "kneeling, floor, a position or equipment; several with commas",
            true,
            Setting::several);
    static final Setting<ReminderRules.TimeRange> QUIET_HOURS =
            open("quiet-hours", "none", "hours such as 22:00-07:00", ArgumentParsers::hours);
    static final Setting<ReminderRules.TimeRange> WORKING_HOURS =
            open("working-hours", "always", "hours such as 09:00-17:30", ArgumentParsers::hours);
    static final Setting<Set<java.time.DayOfWeek>> DAYS_OFF =
            open("days-off", "none", "days such as sat,sun", DayHours::parse);

    static final Setting<CheckinCommand.CheckInSchedule> CHECKIN = of(
            "checkin",
            "off",
            "off, before, weekly or both",
            word(CheckinCommand.CheckInSchedule.values(), Function.identity()));

    /** Every setting, in the order of the starter file. */
    public static final List<Setting<?>> ALL = List.of(
            SOUND,
            PACE,
            THEME,
            PREPARE,
            SWITCH,
            DOSE,
            FIRST_SIDE,
            AVOID,
            QUIET_HOURS,
            WORKING_HOURS,
            DAYS_OFF,
            CHECKIN);

    public static List<String> keys() {
        return ALL.stream().map(Setting::key).toList();
    }

    public static Optional<Setting<?>> named(String key) {
        return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    private static <T> Setting<T> of(String key, String standard, String may, Function<String, T> reader) {
        return new Setting<>(key, standard, "", may, false, reader);
    }

    private static <T> Setting<T> open(String key, String otherwise, String may, Function<String, T> reader) {
        return new Setting<>(key, "", otherwise, may, false, reader);
    }

    private static Duration wait(String text) {
        return Durations.parse(text, Duration.ZERO);
    }

    private static List<String> several(String text) {
        var words = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (words.contains("")) {
            throw new IllegalArgumentException(
                    "'" + TerminalSafe.line(text) + "' has an empty word; write such as kneeling,floor");
        }
        return words;
    }

    private static <E extends Enum<E>, T> Function<String, T> word(E[] words, Function<E, T> meaning) {
        return text -> {
            var names = Arrays.stream(words).map(Enum::name).toList();
            if (!names.contains(text)) {
                throw new IllegalArgumentException("'" + TerminalSafe.line(text) + "' is not known; "
                        + DidYouMean.advice(names, text, "write " + String.join(" or ", names)));
            }
            return meaning.apply(words[names.indexOf(text)]);
        };
    }
}
