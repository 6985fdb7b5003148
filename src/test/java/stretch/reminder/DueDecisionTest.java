package stretch.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stretch.catalogue.Goal;
import stretch.catalogue.Outcome;
import stretch.config.ReminderRules;
import stretch.history.ReminderPause;
import stretch.history.SessionRow;
import stretch.text.DayHours;
import stretch.text.TimeRange;

/** The policy as a table. 2026-11-20 is a Friday, 2026-11-16 a Monday. */
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
                default -> running = true;
            }
        }
        return new DueInput(Goal.parse(goal), sessions(done), elsewhere(done), rests, rules, running, now);
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
                    "quiet@12:00-13:00 working@09:00-17:00")) {
                var input = situation(goal, "2026-11-18 2026-11-20T06:10", held, moment("2026-11-20T07:00"));
                var end = input.now().plusDays(4);
                while (input.now().isBefore(end)) {
                    var until = DueDecision.until(input);
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

    /** A part of the day may then be cut short, or come twice. */
    @ParameterizedTest
    @CsvSource({"2026-03-29T00:00", "2026-10-25T00:00"})
    void decision_stands_until_its_horizon_when_clocks_change(String midnight) {
        for (var held : List.of("01:00-02:30", "02:00-02:30", "02:15-02:45", "02:30-03:30", "01:30-02:00")) {
            for (var start : List.of(
                    situation("daily", "", "quiet@" + held, moment(midnight)),
                    situation("daily between " + held, "", "", moment(midnight)))) {
                var input = start;
                var end = input.now().plusHours(8);
                while (input.now().isBefore(end)) {
                    var until = DueDecision.until(input);
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
