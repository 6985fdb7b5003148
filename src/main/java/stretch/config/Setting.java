package stretch.config;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import stretch.catalogue.Sound;
import stretch.catalogue.exercise.Side;
import stretch.history.PracticeCalendar;
import stretch.screen.canvas.Theme;
import stretch.session.plan.Tempo;
import stretch.text.DayHours;
import stretch.text.Durations;
import stretch.text.TerminalSafe;
import stretch.text.TimeRange;
import stretch.text.Words;

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
    static final Setting<Sound> SOUND =
            of("sound", "bell", "bell, tone, voice or off", word(Sound.values(), Sound::id));
    static final Setting<VoiceChoice> VOICE =
            open("voice", "as the speech program chooses", VoiceChoice.ALLOWED, VoiceChoice::parse);
    static final Setting<Tempo> PACE = of("pace", "normal", "slow, normal or fast", word(Tempo.values(), Tempo::id));
    static final Setting<Theme> THEME =
            of("theme", "auto", "auto, dark, light or contrast", word(Theme.values(), Theme::id));
    static final Setting<Boolean> PLAIN = of("plain", "false", "true or false", Setting::trueOrFalse);
    static final Setting<Boolean> AWAKE = of("awake", "true", "true or false", Setting::trueOrFalse);
    static final Setting<Duration> PREPARE = open("prepare", "as long as the words take", "0s to 4h", Setting::wait);
    static final Setting<Duration> SWITCH = open("switch", "as long as the words take", "0s to 4h", Setting::wait);
    static final Setting<DoseMode> DOSE =
            of("dose", "low", "low, high or progress", word(DoseMode.values(), DoseMode::name));
    static final Setting<Side> FIRST_SIDE = open(
            "first-side", "as the exercise says", "left or right", word(new Side[] {Side.LEFT, Side.RIGHT}, Side::id));
    public static final Setting<List<String>> AVOID = new Setting<>(
            "avoid",
            "",
            "nothing",
            "kneeling, floor, a position or equipment; several with commas",
            true,
            Setting::several);
    static final Setting<TimeRange> QUIET_HOURS =
            open("quiet-hours", "none", "hours such as 22:00-07:00", TimeRange::parse);
    static final Setting<TimeRange> WORKING_HOURS =
            open("working-hours", "always", "hours such as 09:00-17:30", TimeRange::parse);
    static final Setting<Set<DayOfWeek>> DAYS_OFF = open("days-off", "none", "days such as sat,sun", DayHours::parse);

    static final Setting<LocalTime> DAY_STARTS =
            of("day-starts", "00:00", "a time from 00:00 to 12:00 such as 04:00 or 4am", PracticeCalendar::parseStart);
    static final Setting<DayOfWeek> WEEK_STARTS = of(
            "week-starts",
            "monday",
            "monday or sunday",
            word(
                    new DayOfWeek[] {DayOfWeek.MONDAY, DayOfWeek.SUNDAY},
                    day -> day.name().toLowerCase(Locale.ROOT)));

    static final Setting<CheckInSchedule> CHECKIN =
            of("checkin", "off", "off, before, weekly or both", word(CheckInSchedule.values(), CheckInSchedule::name));

    public static final Setting<String> SYNC =
            open("sync", "none", "a folder such as ~/Sync/stretch, from / or ~ on", Setting::folder);

    /** Every setting, in the order of the starter file. */
    public static final List<Setting<?>> ALL = List.of(
            SOUND,
            VOICE,
            PACE,
            THEME,
            PLAIN,
            AWAKE,
            PREPARE,
            SWITCH,
            DOSE,
            FIRST_SIDE,
            AVOID,
            QUIET_HOURS,
            WORKING_HOURS,
            DAYS_OFF,
            DAY_STARTS,
            WEEK_STARTS,
            CHECKIN,
            SYNC);

    /** A few words, as {@code allowed} lists them: {@code bell, tone, voice or off}. */
    private static final Pattern FEW = Pattern.compile("[a-z]+(?:, [a-z]+)* or [a-z]+");

    /** The words that it may be, if it is one of a few. */
    public List<String> words() {
        return FEW.matcher(allowed).matches() ? List.of(allowed.split(", | or ", -1)) : List.of();
    }

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

    private static boolean trueOrFalse(String text) {
        return word(new Boolean[] {true, false}, Object::toString).apply(text);
    }

    private static Duration wait(String text) {
        return Durations.parse(text, Duration.ZERO);
    }

    /** A relative one would be another folder in each folder that stretch is called in. */
    private static String folder(String text) {
        if (!text.startsWith("/") && !text.startsWith("~/")) {
            throw new IllegalArgumentException("invalid folder '" + TerminalSafe.line(text)
                    + "': expected its whole path, such as ~/Sync/stretch");
        }
        return text;
    }

    private static List<String> several(String text) {
        var words = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (words.contains("")) {
            throw new IllegalArgumentException(
                    "'" + TerminalSafe.line(text) + "' has an empty word; write it like kneeling,floor");
        }
        return words;
    }

    private static <E> Function<String, E> word(E[] values, Function<E, String> id) {
        return text -> Words.require(values, id, text);
    }
}
