package stretch.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.GoalParser;
import stretch.catalogue.Outcome;
import stretch.config.ReminderRules;
import stretch.history.PracticeCalendar;
import stretch.history.entry.ReminderPause;
import stretch.history.entry.SessionRow;
import stretch.text.DayHours;
import stretch.text.TimeRange;

/** The policy as a table. 2026-11-20 is a Friday, 2026-11-16 a Monday. */
@Tag("once")
class DueDecisionTest {
    private static final String BERLIN = "+01:00[Europe/Berlin]";

    /** Words of the second column: a session, with {@code =} and how it ended if it was not completed. */
    private static List<SessionRow> sessions(String words) {
        var rows = new ArrayList<SessionRow>();
        for (var word : words(words)) {
            var parts = word.split("=", -1);
            if (word.endsWith("=elsewhere")) {
                continue;
            }
            var start = moment(parts[0]);
            rows.add(new SessionRow(
                    String.format(Locale.ROOT, "00000000-0000-7000-8000-%012d", rows.size()),
                    "daily",
                    start,
                    Optional.of(start.plusMinutes(3).toOffsetDateTime()),
                    Duration.ofMinutes(3),
                    Optional.of(
                            parts.length == 1
                                    ? Outcome.COMPLETED
                                    : Outcome.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT))),
                    1,
                    3,
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    "",
                    "ab",
                    Optional.empty()));
        }
        return rows;
    }

    /** Those that end in {@code =elsewhere}: its steps, done in sessions of other routines. */
    private static List<DueInput.Done> elsewhere(String words) {
        return words(words).stream()
                .filter(word -> word.endsWith("=elsewhere"))
                .map(word -> moment(word.replace("=elsewhere", "")))
                .map(at -> new DueInput.Done(at, at))
                .toList();
    }

    /** A day, at eight in Berlin if it does not say when and where. */
    private static ZonedDateTime moment(String text) {
        if (text.length() == 10) {
            return ZonedDateTime.parse(text + "T08:00:00" + BERLIN);
        }
        return text.length() == 16 ? ZonedDateTime.parse(text + ":00" + BERLIN) : ZonedDateTime.parse(text);
    }

    private static List<String> words(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.asList(text.strip().split(" +", -1));
    }

    /** Words of the third column: {@code snooze@FROM@UNTIL}, {@code skip@FROM@DAYS}, and the settings. */
    private static DueInput situation(String goal, String done, String held, ZonedDateTime now) {
        var rests = new ArrayList<ReminderPause>();
        var rules = ReminderRules.NONE;
        var calendar = PracticeCalendar.USUAL;
        boolean running = false;
        for (var word : words(held)) {
            var parts = word.split("@", -1);
            switch (parts[0]) {
                case "snooze" -> rests.add(new ReminderPause("x", at(parts[1]), Optional.of(at(parts[2])), 0, ""));
                case "skip" ->
                    rests.add(new ReminderPause(
                            "x",
                            at(parts[1]),
                            Optional.empty(),
                            Integer.parseInt(parts[2]),
                            parts.length > 3 ? parts[3] : ""));
                case "quiet" ->
                    rules = new ReminderRules(Optional.of(span(parts[1])), rules.working(), rules.daysOff());
                case "working" ->
                    rules = new ReminderRules(rules.quiet(), Optional.of(span(parts[1])), rules.daysOff());
                case "off" -> rules = new ReminderRules(rules.quiet(), rules.working(), DayHours.parse(parts[1]));
                case "starts" -> calendar = new PracticeCalendar(LocalTime.parse(parts[1]), calendar.weekStarts());
                case "weeks" ->
                    calendar = new PracticeCalendar(
                            calendar.dayStarts(), DayOfWeek.valueOf(parts[1].toUpperCase(Locale.ROOT)));
                default -> running = true;
            }
        }
        return new DueInput(
                GoalParser.parse(goal), sessions(done), elsewhere(done), rests, rules, calendar, running, now);
    }

    private static OffsetDateTime at(String text) {
        return moment(text).toOffsetDateTime();
    }

    private static TimeRange span(String text) {
        var ends = text.split("-", -1);
        return new TimeRange(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    @ParameterizedTest(name = "{0}; {1}; {2}; {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                // by the goal
                "daily;    ;                                 ; 2026-11-20; true;  not done today; 2026-11-21 00:00",
                "daily;    2026-11-20;                       ; 2026-11-20; false; done today; 2026-11-21 00:00",
                "daily;    2026-11-19;                       ; 2026-11-20; true;  not done today; 2026-11-21 00:00",
                "weekdays; ;                                 ; 2026-11-20; true;  not done today; 2026-11-23 00:00",
                "weekdays; ;                                 ; 2026-11-21; false; its goal is weekdays, and today is Saturday; 2026-11-23 00:00",
                "weekdays; ;                                 ; 2026-11-22; false; its goal is weekdays, and today is Sunday; 2026-11-23 00:00",
                "3/week;   ;                                 ; 2026-11-20; true;  done on 0 of 3 days this week; 2026-11-21 00:00",
                "3/week;   2026-11-16 2026-11-17;            ; 2026-11-20; true;  done on 2 of 3 days this week; 2026-11-21 00:00",
                "3/week;   2026-11-16 2026-11-16 2026-11-17; ; 2026-11-20; true;  done on 2 of 3 days this week; 2026-11-21 00:00",
                "3/week;   2026-11-16 2026-11-17 2026-11-18; ; 2026-11-20; false; done on 3 of 3 days this week; 2026-11-23 00:00",
                "3/week;   2026-11-13 2026-11-14 2026-11-15; ; 2026-11-16; true;  done on 0 of 3 days this week; 2026-11-17 00:00",
                "3/week;   2026-11-20;                       ; 2026-11-20; false; done today; 2026-11-21 00:00",
                "none;     ;                                 ; 2026-11-20; false; it has no goal;",
                "mon,wed,fri; ;                              ; 2026-11-20; true;  not done today; 2026-11-23 00:00",
                "mon,wed,fri; ;                              ; 2026-11-21; false; 'its goal is mon,wed,fri, and today is Saturday'; 2026-11-23 00:00",
                "3/day;    ;                                 ; 2026-11-20T10:00; true;  done 0 of 3 times today; 2026-11-21 00:00",
                "3/day;    2026-11-20T08:00;                 ; 2026-11-20T09:02; false; 'done 59 min ago, and its goal is 3/day'; 2026-11-20 09:03",
                "3/day;    2026-11-20T08:00;                 ; 2026-11-20T09:03; true;  done 1 of 3 times today; 2026-11-21 00:00",
                "3/day;    2026-11-20T08:00 2026-11-20T12:00=elsewhere; ; 2026-11-20T16:00; true; done 2 of 3 times today; 2026-11-21 00:00",
                "3/day;    2026-11-20T08:00 2026-11-20T12:00=elsewhere 2026-11-20T15:00; ; 2026-11-20T20:00; false; done 3 of 3 times today; 2026-11-21 00:00",
                "3/day;    2026-11-19T23:30;                 ; 2026-11-20T00:10; false; 'done 37 min ago, and its goal is 3/day'; 2026-11-20 00:33",
                "every 2d; ;                                 ; 2026-11-20; true;  not done today; 2026-11-21 00:00",
                "every 2d; 2026-11-20;                       ; 2026-11-20T12:00; false; done today; 2026-11-22 00:00",
                "every 2d; 2026-11-19;                       ; 2026-11-20; false; 'done yesterday, and its goal is every 2d'; 2026-11-21 00:00",
                "every 2d; 2026-11-18;                       ; 2026-11-20; true;  not done today; 2026-11-21 00:00",
                "every 5d; 2026-11-17=elsewhere;             ; 2026-11-20; false; 'done 3 days ago, and its goal is every 5d'; 2026-11-22 00:00",
                // its steps were done in other sessions
                "daily;    2026-11-20=elsewhere;             ; 2026-11-20T10:00; false; done today; 2026-11-21 00:00",
                "daily;    2026-11-20=stopped 2026-11-20T08:30=elsewhere; ; 2026-11-20T10:00; false; done today; 2026-11-21 00:00",
                "3/week;   2026-11-16 2026-11-17=elsewhere 2026-11-18; ; 2026-11-20; false; done on 3 of 3 days this week; 2026-11-23 00:00",
                "every 3h; 2026-11-20T10:00=elsewhere;       ; 2026-11-20T12:00; false; 'done 2 h ago, and its goal is every 3h'; 2026-11-20 13:00",
                "every 3h; 2026-11-20T08:00=stopped 2026-11-20T08:30=elsewhere; ; 2026-11-20T12:00; true; last done 3 h 30 min ago; 2026-11-21 00:00",
                // every so often
                "every 12h; ;                working@09:00-17:00; 2026-11-20T09:10; true; not done today; 2026-11-21 09:00",
                "every 3h; ;                  ;                     2026-11-20T12:00; true;  not done today; 2026-11-21 00:00",
                "every 3h; 2026-11-20T09:57; ;                     2026-11-20T12:00; false; 'done 2 h ago, and its goal is every 3h'; 2026-11-20 13:00",
                "every 3h; 2026-11-20T09:57; ;                     2026-11-20T13:00; true;  last done 3 h ago; 2026-11-21 00:00",
                "every 3h; 2026-11-19T23:27; ;                     2026-11-20T00:30; false; 'done 1 h ago, and its goal is every 3h'; 2026-11-20 02:30",
                "every 3h; ;                  working@09:00-17:00; 2026-11-20T08:59; false; working hours are 09:00-17:00; 2026-11-20 12:00",
                "every 3h; ;                  working@09:00-17:00; 2026-11-20T09:10; false; 'the working hours began less than that ago, and its goal is every 3h'; 2026-11-20 12:00",
                "every 3h; ;                  working@09:00-17:00; 2026-11-20T12:00; true;  not done today; 2026-11-21 12:00",
                "every 3h; 2026-11-20T15:00; working@09:00-17:00; 2026-11-20T17:00; false; 'done 1 h 57 min ago, and its goal is every 3h'; 2026-11-21 12:00",
                "every 3h; 2026-11-20T12:00; working@09:00-17:00; 2026-11-20T17:00; false; working hours are 09:00-17:00; 2026-11-21 12:00",
                "daily;   ;                  working@09:00-17:00; 2026-11-20T20:00; true;  not done today; 2026-11-21 00:00",
                // broken off
                "daily;  2026-11-20=stopped;                              ; 2026-11-20T10:00; true;  it broke off today; 2026-11-21 00:00",
                "daily;  2026-11-20=interrupted;                          ; 2026-11-20T10:00; true;  it broke off today; 2026-11-21 00:00",
                "daily;  2026-11-19=stopped;                              ; 2026-11-20T10:00; true;  not done today; 2026-11-21 00:00",
                "daily;  2026-11-20T07:00=stopped 2026-11-20;             ; 2026-11-20T10:00; false; done today; 2026-11-21 00:00",
                "3/week; 2026-11-20=stopped;                              ; 2026-11-20T10:00; true;  it broke off today; 2026-11-21 00:00",
                "3/week; 2026-11-16 2026-11-17 2026-11-18 2026-11-20=stopped; ; 2026-11-20T10:00; false; done on 3 of 3 days this week; 2026-11-23 00:00",
                "daily between 22:00-02:00; 2026-11-20T23:50=stopped; ; 2026-11-21T00:30; true; it broke off today; 2026-11-21 22:00",
                "daily between 22:00-02:00; 2026-11-20T00:10=stopped; ; 2026-11-20T22:30; true; not done today; 2026-11-21 00:00",
                // held back
                "daily; ; running;                                        2026-11-20T10:00; false; a session is running;",
                "daily; ; snooze@2026-11-20T09:50@2026-11-20T10:20;       2026-11-20T10:00; false; snoozed until 10:20; 2026-11-20 10:20",
                "daily; ; snooze@2026-11-20T09:50@2026-11-20T10:20;       2026-11-20T10:20; true;  not done today; 2026-11-21 00:00",
                "daily; ; snooze@2026-11-20T23:50@2026-11-21T00:20;       2026-11-20T23:55; false; snoozed until tomorrow 00:20; 2026-11-21 00:20",
                "daily; ; skip@2026-11-20@1;                              2026-11-20T10:00; false; today is skipped; 2026-11-21 00:00",
                "daily; ; skip@2026-11-20@1;                              2026-11-21T00:00; true;  not done today; 2026-11-22 00:00",
                "daily; ; skip@2026-11-18@3@travelling;                   2026-11-20T23:59; false; today is skipped (travelling); 2026-11-21 00:00",
                "daily; ; quiet@22:00-07:00;                              2026-11-20T22:00; false; quiet hours are 22:00-07:00; 2026-11-21 07:00",
                "daily; ; quiet@22:00-07:00;                              2026-11-21T06:59; false; quiet hours are 22:00-07:00; 2026-11-21 07:00",
                "daily; ; quiet@22:00-07:00;                              2026-11-21T07:00; true;  not done today; 2026-11-22 07:00",
                "daily; ; quiet@12:00-13:00;                              2026-11-20T12:30; false; quiet hours are 12:00-13:00; 2026-11-20 13:00",
                "daily; ; off@sat,sun;                                    2026-11-21T10:00; false; Saturday is a day off; 2026-11-23 00:00",
                "daily; ; off@sat,sun quiet@22:00-08:00;                  2026-11-21T10:00; false; Saturday is a day off; 2026-11-23 08:00",
                "daily; 2026-11-20; snooze@2026-11-20T09:50@2026-11-20T10:20; 2026-11-20T10:00; false; done today; 2026-11-21 00:00",
                "none;  ; quiet@22:00-07:00;                              2026-11-20T23:00; false; it has no goal;",
                // the user travels, and clocks change
                "daily; 2026-11-20T23:30:00+09:00[Asia/Tokyo];            ; 2026-11-20T20:00; false; done today; 2026-11-21 00:00",
                "daily; 2026-11-20T00:30:00+09:00[Asia/Tokyo];            ; 2026-11-20T08:00; false; done today; 2026-11-21 00:00",
                "daily; 2026-11-19T23:59:00-08:00[America/Los_Angeles];   ; 2026-11-20T10:00; true;  not done today; 2026-11-21 00:00",
                "every 3h; 2026-11-20T10:57:00+09:00[Asia/Tokyo];          ; 2026-11-20T04:00; false; 'done 1 h ago, and its goal is every 3h'; 2026-11-20 06:00",
                "every 3h; 2026-03-29T00:57:00+01:00[Europe/Berlin]; ; 2026-03-29T03:30:00+02:00[Europe/Berlin]; false; 'done 1 h 30 min ago, and its goal is every 3h'; 2026-03-29 05:00",
                "every 3h; 2026-10-25T01:57:00+02:00[Europe/Berlin]; ; 2026-10-25T02:30:00+01:00[Europe/Berlin]; false; 'done 1 h 30 min ago, and its goal is every 3h'; 2026-10-25 04:00",
                "daily; ; quiet@01:00-02:30; 2026-03-29T01:30:00+01:00[Europe/Berlin]; false; quiet hours are 01:00-02:30; 2026-03-29 03:00",
                "daily; ; quiet@02:00-02:30; 2026-10-25T02:10:00+01:00[Europe/Berlin]; false; quiet hours are 02:00-02:30; 2026-10-25 02:30",
                "daily; 2026-11-20T23:58; ; 2026-11-21T00:01; true; not done today; 2026-11-22 00:00",
                // at hours only
                "daily between 18:00-22:00; ; ; 2026-11-20T17:59; false; its hours are 18:00-22:00; 2026-11-20 18:00",
                "daily between 18:00-22:00; ; ; 2026-11-20T18:00; true; not done today; 2026-11-21 18:00",
                "daily between 18:00-22:00; ; ; 2026-11-20T22:00; false; its hours are 18:00-22:00; 2026-11-21 18:00",
                "daily between 18:00-22:00; 2026-11-20T14:00; ; 2026-11-20T18:30; false; done today; 2026-11-21 18:00",
                "daily between 18:00-22:00; 2026-11-20T18:10=stopped; ; 2026-11-20T18:30; true; it broke off today; 2026-11-21 18:00",
                "daily between 18:00-22:00; 2026-11-20T18:10=stopped; ; 2026-11-20T22:30; false; its hours are 18:00-22:00; 2026-11-21 18:00",
                "daily between 18:00-22:00; ; quiet@17:00-19:00; 2026-11-20T18:30; false; quiet hours are 17:00-19:00; 2026-11-20 19:00",
                "daily between 18:00-22:00; ; skip@2026-11-20@1; 2026-11-20T18:30; false; today is skipped; 2026-11-21 18:00",
                "daily between 18:00-22:00; ; snooze@2026-11-20T18:00@2026-11-20T18:45; 2026-11-20T18:30; false; snoozed until 18:45; 2026-11-20 18:45",
                "daily between 07:00-10:00,18:00-22:00; ; ; 2026-11-20T06:59; false; 'its hours are 07:00-10:00, 18:00-22:00'; 2026-11-20 07:00",
                "daily between 07:00-10:00,18:00-22:00; ; ; 2026-11-20T07:00; true; not done since 07:00; 2026-11-20 18:00",
                "daily between 07:00-10:00,18:00-22:00; 2026-11-20; ; 2026-11-20T09:00; false; done since 07:00; 2026-11-20 18:00",
                "daily between 07:00-10:00,18:00-22:00; 2026-11-20; ; 2026-11-20T12:00; false; 'its hours are 07:00-10:00, 18:00-22:00'; 2026-11-20 18:00",
                "daily between 07:00-10:00,18:00-22:00; 2026-11-20; ; 2026-11-20T18:00; true; not done since 18:00; 2026-11-21 07:00",
                "daily between 07:00-10:00,18:00-22:00; 2026-11-20 2026-11-20T09:30; ; 2026-11-20T18:00; true; not done since 18:00; 2026-11-21 07:00",
                "daily between 07:00-10:00,18:00-22:00; 2026-11-20T14:00; ; 2026-11-20T18:00; true; not done since 18:00; 2026-11-21 07:00",
                "daily between 07:00-10:00,18:00-22:00; 2026-11-20 2026-11-20T18:30=elsewhere; ; 2026-11-20T19:00; false; done today; 2026-11-21 07:00",
                "daily between 07:00-10:00,18:00-22:00; 2026-11-20T18:30; ; 2026-11-20T19:00; false; done since 18:00; 2026-11-21 07:00",
                "daily between 07:00-10:00,18:00-22:00; 2026-11-20T17:58; ; 2026-11-20T18:30; false; done since 18:00; 2026-11-21 07:00",
                "daily between 07:00-10:00,10:00-12:00; 2026-11-20T09:58; ; 2026-11-20T10:30; true; not done since 10:00; 2026-11-21 07:00",
                "2/day between 07:00-10:00,18:00-22:00; 2026-11-20; ; 2026-11-20T18:00; true; not done since 18:00; 2026-11-21 07:00",
                "3/day between 09:00-17:00; 2026-11-20; ; 2026-11-20T08:30; false; 'done 27 min ago, and its goal is 3/day between 09:00-17:00'; 2026-11-20 09:03",
                "3/day between 09:00-17:00; 2026-11-20T16:00; ; 2026-11-20T17:30; false; its hours are 09:00-17:00; 2026-11-21 09:00",
                "weekdays between 07:00-10:00,18:00-22:00; ; ; 2026-11-21T08:00; false; 'its goal is weekdays between 07:00-10:00,18:00-22:00, and today is Saturday'; 2026-11-23 07:00",
                "2/week between 07:00-10:00,18:00-22:00; 2026-11-16T08:00 2026-11-16T19:00 2026-11-17; ; 2026-11-20T08:00; true; done on 1 of 2 days this week; 2026-11-20 18:00",
                "2/week between 07:00-10:00,18:00-22:00; 2026-11-16T08:00 2026-11-16T19:00 2026-11-17 2026-11-17T19:00; ; 2026-11-20T08:00; false; done on 2 of 2 days this week; 2026-11-23 07:00",
                "every 2d between 07:00-10:00,18:00-22:00; 2026-11-19; ; 2026-11-20T08:00; true; not done since 07:00; 2026-11-20 18:00",
                "every 2d between 07:00-10:00,18:00-22:00; 2026-11-19 2026-11-19T19:00; ; 2026-11-20T08:00; false; 'done yesterday, and its goal is every 2d between 07:00-10:00,18:00-22:00'; 2026-11-21 07:00",
                "every 2d between 07:00-10:00,18:00-22:00; 2026-11-18; ; 2026-11-20T08:00; true; not done since 07:00; 2026-11-20 18:00",
                "every 2h between 09:00-17:00; ; ; 2026-11-20T09:00; true; not done today; 2026-11-21 09:00",
                "every 2h between 18:00-22:00; 2026-11-20T18:00; working@09:00-17:00; 2026-11-20T20:03; true; last done 2 h ago; 2026-11-21 18:00",
                "every 2h between 18:00-22:00; ; working@09:00-17:00; 2026-11-20T12:00; false; its hours are 18:00-22:00; 2026-11-20 18:00",
                // at hours over midnight: of the day on which they began
                "daily between 22:00-02:00; ; ; 2026-11-20T23:00; true; not done today; 2026-11-21 00:00",
                "daily between 22:00-02:00; 2026-11-20T23:00; ; 2026-11-21T00:30; false; done today; 2026-11-21 22:00",
                "daily between 22:00-02:00; 2026-11-21T00:10; ; 2026-11-21T00:30; false; done today; 2026-11-21 22:00",
                "daily between 22:00-02:00; 2026-11-21T00:10; ; 2026-11-21T22:30; true; not done today; 2026-11-22 00:00",
                "daily between 22:00-02:00; ; ; 2026-11-21T02:00; false; its hours are 22:00-02:00; 2026-11-21 22:00",
                "weekdays between 22:00-02:00; ; ; 2026-11-21T01:00; true; not done today; 2026-11-23 22:00",
                "weekdays between 22:00-02:00; ; ; 2026-11-23T01:00; false; 'its goal is weekdays between 22:00-02:00, and these hours began on Sunday'; 2026-11-23 22:00",
                "daily between 07:00-10:00,22:00-02:00; 2026-11-20 2026-11-21T00:10; ; 2026-11-21T07:30; true; not done since 07:00; 2026-11-21 22:00",
                // at hours, where the user travels and clocks change
                "daily between 07:00-10:00,18:00-22:00; 2026-11-20T08:00:00+09:00[Asia/Tokyo]; ; 2026-11-20T07:30; false; done since 07:00; 2026-11-20 18:00",
                "daily between 07:00-10:00,18:00-22:00; 2026-11-20T19:00:00+09:00[Asia/Tokyo]; ; 2026-11-20T11:00; false; 'its hours are 07:00-10:00, 18:00-22:00'; 2026-11-21 07:00",
                "daily between 01:00-02:30; ; ; 2026-03-29T03:00:00+02:00[Europe/Berlin]; false; its hours are 01:00-02:30; 2026-03-30 01:00",
                "daily between 02:00-02:30; ; ; 2026-03-29T01:30:00+01:00[Europe/Berlin]; false; its hours are 02:00-02:30; 2026-03-30 02:00",
                "daily between 02:00-02:30,04:00-05:00; 2026-10-25T02:10:00+02:00[Europe/Berlin]; ; 2026-10-25T02:10:00+01:00[Europe/Berlin]; false; done since 02:00; 2026-10-25 04:00",
                "daily between 02:00-02:30; ; ; 2026-10-25T02:40:00+02:00[Europe/Berlin]; false; its hours are 02:00-02:30; 2026-10-25 02:00",
                // where days start later than at midnight
                "daily;    2026-11-20T01:30;           starts@04:00; 2026-11-20T09:00; true;  not done today; 2026-11-21 04:00",
                "daily;    2026-11-20T23:50;           starts@04:00; 2026-11-21T01:30; false; done today; 2026-11-21 04:00",
                "daily;    2026-11-21T01:10;           starts@04:00; 2026-11-21T01:30; false; done today; 2026-11-21 04:00",
                "daily;    2026-11-21T01:10=elsewhere; starts@04:00; 2026-11-21T03:59; false; done today; 2026-11-21 04:00",
                "daily;    2026-11-20T03:59;           starts@04:00; 2026-11-20T04:00; true;  not done today; 2026-11-21 04:00",
                "daily;    2026-11-20T23:50=stopped;   starts@04:00; 2026-11-21T00:30; true;  it broke off today; 2026-11-21 04:00",
                "daily;    2026-11-21T03:50=stopped;   starts@04:00; 2026-11-21T04:00; true;  not done today; 2026-11-22 04:00",
                "weekdays; ;                           starts@04:00; 2026-11-21T03:59; true;  not done today; 2026-11-23 04:00",
                "weekdays; ;                           starts@04:00; 2026-11-23T03:59; false; its goal is weekdays, and today is Sunday; 2026-11-23 04:00",
                "mon,wed,fri; ;                        starts@04:00; 2026-11-21T01:30; true;  not done today; 2026-11-23 04:00",
                "3/day;    2026-11-20T20:00 2026-11-20T23:00 2026-11-21T01:00; starts@04:00; 2026-11-21T03:00; false; done 3 of 3 times today; 2026-11-21 04:00",
                "every 2d; 2026-11-20T01:30;           starts@04:00; 2026-11-20T09:00; false; 'done yesterday, and its goal is every 2d'; 2026-11-21 04:00",
                "every 3h; 2026-11-20T23:27;           starts@04:00; 2026-11-21T02:30; true;  last done 3 h ago; 2026-11-21 04:00",
                "every 3h; 2026-11-21T00:57;           starts@04:00; 2026-11-21T04:00; true;  not done today; 2026-11-22 04:00",
                "3/week;   2026-11-16T01:30 2026-11-17 2026-11-18; starts@04:00; 2026-11-20; true; done on 2 of 3 days this week; 2026-11-21 04:00",
                "daily;    ; skip@2026-11-20@1 starts@04:00; 2026-11-21T03:00; false; today is skipped; 2026-11-21 04:00",
                "daily;    ; skip@2026-11-21@1 starts@04:00; 2026-11-21T03:00; true;  not done today; 2026-11-22 04:00",
                "daily;    ; off@sat starts@04:00;          2026-11-22T03:00; false; Saturday is a day off; 2026-11-22 04:00",
                "daily;    ; off@sat starts@04:00;          2026-11-21T03:00; true;  not done today; 2026-11-22 04:00",
                "daily;    ; quiet@22:00-05:00 starts@04:00; 2026-11-21T03:00; false; quiet hours are 22:00-05:00; 2026-11-21 05:00",
                "daily;    ; snooze@2026-11-20T23:50@2026-11-21T00:20 starts@04:00; 2026-11-20T23:55; false; snoozed until tomorrow 00:20; 2026-11-21 00:20",
                "every 3h; ; working@09:00-17:00 starts@04:00; 2026-11-21T01:30; false; working hours are 09:00-17:00; 2026-11-21 12:00",
                "daily between 22:00-02:00; 2026-11-21T00:10; starts@04:00; 2026-11-21T01:00; false; done today; 2026-11-21 22:00",
                "daily between 07:00-10:00,22:00-02:00; 2026-11-20 2026-11-21T00:10; starts@04:00; 2026-11-21T01:00; false; done today; 2026-11-21 07:00",
                "daily between 01:00-03:00; 2026-11-21T01:10; starts@04:00; 2026-11-21T02:00; false; done today; 2026-11-22 01:00",
                "weekdays between 01:00-03:00; ; starts@04:00; 2026-11-21T02:00; true; not done today; 2026-11-24 01:00",
                "weekdays between 01:00-03:00; ; starts@04:00; 2026-11-23T02:00; false; 'its goal is weekdays between 01:00-03:00, and today is Sunday'; 2026-11-24 01:00",
                "daily between 02:00-06:00; 2026-11-20T02:30; starts@04:00; 2026-11-20T05:00; false; done today; 2026-11-21 02:00",
                // where weeks start on Sunday
                "3/week;   2026-11-15 2026-11-17 2026-11-18; weeks@sunday; 2026-11-20; false; done on 3 of 3 days this week; 2026-11-22 00:00",
                "3/week;   2026-11-15 2026-11-17 2026-11-18; ;             2026-11-20; true;  done on 2 of 3 days this week; 2026-11-21 00:00",
                "3/week;   2026-11-16T01:30 2026-11-17 2026-11-18; starts@04:00 weeks@sunday; 2026-11-20; false; done on 3 of 3 days this week; 2026-11-22 04:00",
                // where the user travels and clocks change at the start of the day
                "daily;    2026-11-20T03:00:00+09:00[Asia/Tokyo]; starts@04:00; 2026-11-20T09:00; true;  not done today; 2026-11-21 04:00",
                "daily;    2026-11-20T05:00:00+09:00[Asia/Tokyo]; starts@04:00; 2026-11-20T09:00; false; done today; 2026-11-21 04:00",
                "daily;    2026-03-28; starts@02:30; 2026-03-29T01:59:00+01:00[Europe/Berlin]; false; done today; 2026-03-29 03:00",
                "daily;    2026-10-24; starts@02:30; 2026-10-25T02:29:00+02:00[Europe/Berlin]; false; done today; 2026-10-25 02:30",
                "daily;    2026-03-07T08:00:00-05:00[America/Havana]; ; 2026-03-07T23:30:00-05:00[America/Havana]; false; done today; 2026-03-08 01:00",
                "daily;    2026-03-07T08:00:00-05:00[America/Havana]; starts@00:30; 2026-03-07T23:30:00-05:00[America/Havana]; false; done today; 2026-03-08 01:00",
                "daily;    2011-12-29T08:00:00-10:00[Pacific/Apia]; starts@04:00; 2011-12-29T23:00:00-10:00[Pacific/Apia]; false; done today; 2011-12-31 00:00",
            })
    void decides(String goal, String done, String held, String now, boolean due, String why, String next) {
        var input = situation(goal, done, held, moment(now));
        var decided = DueDecision.decide(input);
        assertThat(decided.due()).isEqualTo(due);
        assertThat(decided.why()).isEqualTo(why);
        assertThat(decided.brokeOff()).isEqualTo(why.startsWith("it broke off"));
        if (!input.running()) {
            assertThat(DueDecision.next(input)
                            .map(when -> when.toLocalDate() + " " + when.toLocalTime())
                            .orElse(""))
                    .isEqualTo(next == null ? "" : next);
        }
    }

    /** Between now and the horizon nothing changes by itself: what a prompt remembers until then stays true. */
    @Test
    void decision_stands_until_its_horizon() {
        for (var goal : List.of(
                "daily",
                "weekdays",
                "tue,fri",
                "3/week",
                "2/day",
                "every 3h",
                "every 3d",
                "daily between 07:00-10:00,18:00-22:00",
                "tue,fri between 21:00-01:30",
                "3/week between 23:10-00:20,06:05-06:30",
                "3/day between 08:00-20:00",
                "every 3h between 07:10-11:20,13:00-02:00")) {
            for (var held : List.of(
                    "",
                    "quiet@22:00-07:00",
                    "working@09:00-17:00 off@sun",
                    "snooze@2026-11-20T09:50@2026-11-20T10:20",
                    "skip@2026-11-20@2",
                    "quiet@12:00-13:00 working@09:00-17:00",
                    "off@sat starts@04:00",
                    "quiet@03:30-05:00 starts@11:15 weeks@sunday")) {
                var input = situation(goal, "2026-11-18 2026-11-20T06:10", held, moment("2026-11-20T07:00"));
                var end = input.now().plusDays(4);
                while (input.now().isBefore(end)) {
                    var until = input.horizon();
                    boolean due = DueDecision.decide(input).due();
                    for (var then = input.now(); then.isBefore(until); then = then.plusMinutes(7)) {
                        assertThat(DueDecision.decide(input.withNow(then)).due())
                                .as(goal + " " + held + " at " + then)
                                .isEqualTo(due);
                    }
                    input = input.withNow(until);
                }
            }
        }
    }

    /** Whatever the goal, its hours and the zone: a day that starts later is the same day by a clock that runs ahead. */
    @ParameterizedTest(name = "from {0} in {1}")
    @CsvSource({
        "00:30, Europe/Berlin",
        "03:00, Asia/Kathmandu",
        "04:00, Europe/Berlin",
        "04:15, Pacific/Kiritimati",
        "07:45, Pacific/Honolulu",
        "12:00, America/Caracas",
    })
    void a_day_that_starts_later_is_the_same_day_later(LocalTime starts, ZoneId zone) {
        var by = Duration.ofSeconds(starts.toSecondOfDay());
        var holding = List.of("", "quiet@22:00-07:00", "off@sat,sun", "skip@2026-11-20@1", "weeks@sunday");
        var record = List.of(
                "",
                "2026-11-15T12:00 2026-11-16T23:59 2026-11-19T00:00",
                "2026-11-19T21:30 2026-11-20T00:05=elsewhere 2026-11-20T06:10 2026-11-20T09:58=stopped");
        int turn = 0;
        int due = 0;
        for (var often :
                List.of("daily", "weekdays", "tue,fri", "2/week", "2/day", "every 3h", "every 2d", "every 5d")) {
            for (var hours : List.of("", " between 21:00-01:30", " between 06:05-10:00,18:00-22:00")) {
                var goal = often + hours;
                for (int minutes = 0; minutes < 2 * 24 * 60; minutes += 191) {
                    var now = LocalDateTime.parse("2026-11-19T22:00").plusMinutes(minutes);
                    var held = holding.get(++turn % holding.size());
                    var done = record.get(turn % record.size());
                    var plain = situation(goal, ahead(done, Duration.ZERO, zone), held, now.atZone(zone));
                    var later = situation(
                            ahead(goal, by),
                            ahead(done, by, zone),
                            ahead(held, by) + " starts@" + starts,
                            now.plus(by).atZone(zone));
                    var so = goal + "; " + done + "; " + held + "; " + now;
                    boolean is = DueDecision.decide(plain).due();
                    assertThat(DueDecision.decide(later).due()).as(so).isEqualTo(is);
                    assertThat(later.today()).as(so).isEqualTo(plain.today());
                    due += is ? 1 : 0;
                    if (!is) {
                        assertThat(DueDecision.next(later).map(next -> next.minus(by)))
                                .as(so)
                                .isEqualTo(DueDecision.next(plain));
                    }
                }
            }
        }
        assertThat(due).isBetween(60, 300);
    }

    /** Each time of the day in it, so much later. */
    private static String ahead(String text, Duration by) {
        return Pattern.compile("\\d\\d:\\d\\d")
                .matcher(text)
                .replaceAll(time -> LocalTime.parse(time.group()).plus(by).toString());
    }

    /** Each moment in it, in that zone, so much later. */
    private static String ahead(String done, Duration by, ZoneId zone) {
        return Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d")
                .matcher(done)
                .replaceAll(moment -> LocalDateTime.parse(moment.group())
                        .plus(by)
                        .atZone(zone)
                        .toString());
    }

    /** What is kept for the prompt is asked for again when the next day of practice begins, and not before. */
    @ParameterizedTest(name = "from {0}, at {1}")
    @CsvSource({
        "00:00, 2026-11-20T22:00:00+01:00[Europe/Berlin], 2026-11-21T00:00+01:00[Europe/Berlin]",
        "04:00, 2026-11-20T22:00:00+01:00[Europe/Berlin], 2026-11-21T04:00+01:00[Europe/Berlin]",
        "04:00, 2026-11-21T03:00:00+01:00[Europe/Berlin], 2026-11-21T04:00+01:00[Europe/Berlin]",
        "04:00, 2026-11-21T04:00:00+01:00[Europe/Berlin], 2026-11-22T04:00+01:00[Europe/Berlin]",
        "02:30, 2026-03-29T01:00:00+01:00[Europe/Berlin], 2026-03-29T03:00+02:00[Europe/Berlin]",
        "02:30, 2026-10-25T01:00:00+02:00[Europe/Berlin], 2026-10-25T02:30+02:00[Europe/Berlin]",
        "02:30, 2026-10-25T02:40:00+02:00[Europe/Berlin], 2026-10-25T02:00+01:00[Europe/Berlin]",
        "02:30, 2026-10-25T02:00:00+01:00[Europe/Berlin], 2026-10-25T02:30+01:00[Europe/Berlin]",
    })
    void answer_stands_until_the_next_day_starts(String starts, ZonedDateTime now, ZonedDateTime until) {
        assertThat(situation("daily", "", "starts@" + starts, now).horizon()).isEqualTo(until);
    }

    /** A part of the day may then be cut short, or come twice. */
    @ParameterizedTest
    @CsvSource({"2026-03-29T00:00", "2026-10-25T00:00"})
    void decision_stands_until_its_horizon_when_clocks_change(String midnight) {
        for (var held : List.of("01:00-02:30", "02:00-02:30", "02:15-02:45", "02:30-03:30", "01:30-02:00")) {
            for (var start : List.of(
                    situation("daily", "", "quiet@" + held, moment(midnight)),
                    situation("daily between " + held, "", "", moment(midnight)),
                    situation("daily", midnight, "starts@" + held.substring(0, 5), moment(midnight)))) {
                var input = start;
                var end = input.now().plusHours(8);
                while (input.now().isBefore(end)) {
                    var until = input.horizon();
                    boolean due = DueDecision.decide(input).due();
                    for (var then = input.now(); then.isBefore(until); then = then.plusMinutes(1)) {
                        assertThat(DueDecision.decide(input.withNow(then)).due())
                                .as(start.goal() + " " + held + " at " + then)
                                .isEqualTo(due);
                    }
                    input = input.withNow(until);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "22:00, 07:00, 22:00 23:59 00:00 06:59, 21:59 07:00 12:00",
        "09:00, 17:00, 09:00 16:59, 08:59 17:00 00:00",
    })
    void part_of_a_day(LocalTime from, LocalTime to, String inside, String outside) {
        var span = new TimeRange(from, to);
        assertThat(words(inside)).allMatch(time -> span.contains(LocalTime.parse(time)));
        assertThat(words(outside)).noneMatch(time -> span.contains(LocalTime.parse(time)));
    }

    @Test
    void streak_of_a_rest() {
        var skip = new ReminderPause("x", at("2026-11-20"), Optional.empty(), 3, "");
        assertThat(skip.skipped().toList())
                .containsExactly(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22));
        assertThat(Set.of(LocalDate.of(2026, 11, 19), LocalDate.of(2026, 11, 23)))
                .noneMatch(skip::skips);
    }
}
