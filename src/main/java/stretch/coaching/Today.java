package stretch.coaching;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import stretch.catalogue.Goal;
import stretch.catalogue.Outcome;
import stretch.catalogue.Routine;
import stretch.history.History;
import stretch.history.PracticeCalendar;
import stretch.history.entry.Filter;
import stretch.history.entry.SessionRow;
import stretch.history.entry.UnfinishedSession;
import stretch.reminder.DueDecision;
import stretch.reminder.RoutineStatus;
import stretch.reminder.answer.DueQuery;
import stretch.screen.Farewell.PractisedDay;
import stretch.screen.home.HomePage;
import stretch.screen.home.HomePage.HomeLine;
import stretch.screen.home.HomePage.HomeRoutine;
import stretch.session.script.Script;
import stretch.stats.PainTrend;
import stretch.stats.PainWarning.PainAnswer;
import stretch.stats.Streak;
import stretch.text.Durations;

/**
 * What is due and done today, and what is next.
 *
 * @param routines those with a goal, what is due first; then all others
 * @param sessions those of this day of practice, oldest first
 * @param week the last seven days
 * @param last the newest session
 * @param unfinished the newest session, if it can be resumed
 */
public record Today(
        ZonedDateTime now,
        PracticeCalendar calendar,
        List<TodayRoutine> routines,
        List<SessionRow> sessions,
        List<PractisedDay> week,
        Optional<SessionRow> last,
        Optional<UnfinishedSession> unfinished,
        PainTrend pain) {
    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** The days that a trend of the pain is drawn from, and those that time zones can shift it by. */
    private static final int PAIN_DAYS = 58;

    /**
     * A routine, how long it takes, and where it stands.
     *
     * @param status nothing where it has no goal
     */
    public record TodayRoutine(
            Routine routine, Duration length, Optional<RoutineStatus> status, Optional<Streak> streak) {
        public boolean isDue() {
            return status.filter(RoutineStatus::isDue).isPresent();
        }

        /** When it is next due, if it is not due now. */
        public Optional<ZonedDateTime> next() {
            return status.filter(it -> !it.isDue()).flatMap(it -> DueDecision.next(it.input()));
        }

        /** Whether it is due, and why, in a clause. */
        String state() {
            return status.map(it -> it.isDue()
                            ? "due: " + it.decision().why()
                            : it.decision().why()
                                    + next(it).map(next -> "; " + next).orElse(""))
                    .orElse("no goal");
        }

        /** The same in a few words, without the reason. */
        String brief() {
            return status.map(it -> it.isDue() ? "due" : next(it).orElse("not due"))
                    .orElse("no goal");
        }

        private static Optional<String> next(RoutineStatus status) {
            return DueDecision.nextWords(status.input()).map(when -> "next " + when);
        }
    }

    public Today {
        routines = List.copyOf(routines);
        sessions = List.copyOf(sessions);
        week = List.copyOf(week);
    }

    /**
     * Asks.
     *
     * @param query about every routine with a goal
     */
    public static Today of(DueQuery query) {
        var history = query.history();
        var catalogue = query.catalogue();
        var with = query.all().stream()
                .sorted(Comparator.comparing(status -> !status.isDue()))
                .map(status -> new TodayRoutine(
                        status.routine(),
                        Script.length(catalogue, status.routine()),
                        Optional.of(status),
                        Optional.of(query.streak(status)).filter(streak -> streak.current() > 0)));
        var without = catalogue.routines().values().stream()
                .filter(routine -> routine.goal() instanceof Goal.None)
                .map(routine -> new TodayRoutine(
                        routine, Script.length(catalogue, routine), Optional.empty(), Optional.empty()));
        var calendar = query.settings().calendar();
        var today = calendar.dayOf(query.now());
        return new Today(
                query.now(),
                calendar,
                Stream.concat(with, without).toList(),
                sessions(history, calendar, query.now()),
                PractisedDay.week(query.totals().completed(), today),
                history.newest(query.tomorrow()),
                history.unfinished(),
                PainTrend.of(PainAnswer.since(query.now().minusDays(PAIN_DAYS).toInstant(), calendar, history), today));
    }

    /** Those that began today by the clocks of where they were. */
    private static List<SessionRow> sessions(History history, PracticeCalendar calendar, ZonedDateTime now) {
        return history.sessions(Filter.since(now.minusDays(2).toInstant())).stream()
                .filter(row -> calendar.dayOf(row.startedAt()).equals(calendar.dayOf(now)))
                .toList();
    }

    public LocalDate day() {
        return calendar.dayOf(now);
    }

    /**
     * All of it as people read it.
     *
     * @param reminder when the next reminder comes, in words, if that is known
     */
    public HomePage page(Optional<String> reminder) {
        var lines = new ArrayList<HomeLine>();
        unfinished.ifPresent(it -> lines.add(new HomeLine("Resume", resume(it))));
        if (!sessions.isEmpty()) {
            lines.add(new HomeLine("Today", sessions.stream().map(Today::words).collect(Collectors.joining(", "))));
        } else if (unfinished.isEmpty()) {
            last.ifPresent(row -> lines.add(new HomeLine("Last", when(row) + ", " + words(row))));
        }
        reminder.ifPresent(words -> lines.add(new HomeLine("Reminder", words)));
        painWords().ifPresent(words -> lines.add(new HomeLine("Pain", words)));
        return new HomePage(
                TITLE.format(day()),
                routines.stream()
                        .map(one -> new HomeRoutine(
                                one.routine().id(),
                                Durations.minutes(one.length()),
                                one.state(),
                                one.brief(),
                                one.streak().map(Streak::words)))
                        .toList(),
                week,
                lines,
                unfinished.isPresent());
    }

    private String resume(UnfinishedSession unfinished) {
        var row = unfinished.session();
        return row.routine() + ", step " + unfinished.next().orElseThrow() + " of " + row.stepsPlanned() + ", "
                + row.outcome().map(Outcome::id).orElse("stopped") + " " + when(row);
    }

    /** Beside a time stands the date of the clock, whenever days start. */
    private String when(SessionRow row) {
        var day = row.startedAt().toLocalDate();
        var today = now.toLocalDate();
        var name = day.equals(today)
                ? "today"
                : day.equals(today.minusDays(1))
                        ? "yesterday"
                        : (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
        return name + " " + TIME.format(row.startedAt());
    }

    private static String words(SessionRow row) {
        return row.routine() + " "
                + Durations.words(row.active())
                + (row.outcome().equals(Optional.of(Outcome.COMPLETED)) ? "" : " (" + row.state() + ")");
    }

    private Optional<String> painWords() {
        if (pain.now().getCount() == 0) {
            return Optional.empty();
        }
        return Optional.of(tenth(pain.now().getAverage()) + " of 10 on average in 4 weeks"
                + (pain.before().getCount() > 0
                        ? ", before that " + tenth(pain.before().getAverage())
                        : ""));
    }

    private static String tenth(double mean) {
        return String.format(Locale.ROOT, "%.1f", mean);
    }
}
