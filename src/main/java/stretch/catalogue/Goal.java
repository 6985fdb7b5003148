package stretch.catalogue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import stretch.text.DayHours;
import stretch.text.Durations;
import stretch.text.TimeRange;

/** How often a routine wants to be done. */
public sealed interface Goal {
    /** As {@link GoalParser} reads it. */
    String id();

    /** The same for a file of YAML: what has a comma or a colon in it is quoted. */
    default String written() {
        return id().contains(",") || id().contains(":") ? '"' + id() + '"' : id();
    }

    /** The same at whatever hours. */
    default Goal often() {
        return this;
    }

    /** The parts of the day in which it asks, the earliest first; none if it asks at any time. */
    default List<TimeRange> hours() {
        return List.of();
    }

    /**
     * The same with these hours in place of its own.
     *
     * @throws IllegalArgumentException with what is wrong and what would be right, "; " between them
     */
    default Goal between(List<TimeRange> hours) {
        return hours.isEmpty() ? often() : new Between(often(), hours);
    }

    /** How many times over the routine has to be done on a day for the day to count. */
    default int times() {
        return 1;
    }

    /** After how many days without it something was missed. */
    default int span() {
        return 1;
    }

    /** Whether this day is one of those on which it asks. */
    default boolean asks(LocalDate day) {
        return true;
    }

    /** On these days of each week: daily, if they are all seven. */
    record Days(Set<DayOfWeek> days) implements Goal {
        public static final Set<DayOfWeek> WEEKDAYS =
                Collections.unmodifiableSet(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

        public Days {
            days = Set.copyOf(days);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("no day");
            }
        }

        @Override
        public String id() {
            return days.equals(DayHours.ALL) ? "daily" : days.equals(WEEKDAYS) ? "weekdays" : DayHours.text(days);
        }

        @Override
        public boolean asks(LocalDate day) {
            return days.contains(day.getDayOfWeek());
        }
    }

    /** On so many days of a week, 1 to 7. */
    record Weekly(int days) implements Goal {
        static final int MOST = 7;

        public Weekly {
            if (days < 1 || days > MOST) {
                throw new IllegalArgumentException("not 1 to 7 days: " + days);
            }
        }

        @Override
        public String id() {
            return days + "/week";
        }
    }

    /** So many times on each day, an hour or more apart. */
    record PerDay(int times) implements Goal {
        /** More often would be a nuisance; {@code every} is for breaks. Our choice. */
        static final int MOST = 12;

        /** Sooner after the last time it is not asked for again: what is done in one go is done once. Our choice. */
        public static final Duration APART = Duration.ofHours(1);

        public PerDay {
            if (times < 1 || times > MOST) {
                throw new IllegalArgumentException("not 1 to 12 times: " + times);
            }
        }

        @Override
        public String id() {
            return times + "/day";
        }
    }

    /** Again and again during the day: breaks at a desk, say. */
    record Every(Duration length) implements Goal {
        /** More often would be a nuisance. Our choice. */
        public static final Duration SHORTEST = Duration.ofMinutes(15);

        static final Duration LONGEST = Duration.ofHours(24);

        public Every {
            if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("not 15 min to 24 h: " + length);
            }
        }

        @Override
        public String id() {
            return "every " + Durations.compact(length);
        }
    }

    /** So many days after the last time, or sooner. */
    record EveryDays(int span) implements Goal {
        static final int LEAST = 2;
        static final int MOST = 28;

        public EveryDays {
            if (span < LEAST || span > MOST) {
                throw new IllegalArgumentException("not 2 to 28 days: " + span);
            }
        }

        @Override
        public String id() {
            return "every " + span + "d";
        }
    }

    /** At these parts of the day only, and if they are several, once in each; "every" so often as often as it is. */
    record Between(Goal often, List<TimeRange> hours) implements Goal {
        public Between {
            hours = hours.stream().sorted(Comparator.comparing(TimeRange::from)).toList();
            if (often instanceof None || hours.isEmpty() || !often.hours().isEmpty()) {
                throw new IllegalArgumentException(
                        "a goal of none has no hours; write another, such as daily between 07:00-10:00");
            }
            if (hours.size() > PerDay.MOST) {
                throw new IllegalArgumentException(
                        hours.size() + " parts of the day are too many; write 1 to " + PerDay.MOST);
            }
            for (int i = 0; i < hours.size(); i++) {
                for (var other : hours.subList(i + 1, hours.size())) {
                    if (hours.get(i).overlaps(other)) {
                        throw new IllegalArgumentException("'" + hours.get(i) + "' and '" + other
                                + "' overlap; write parts of the day that do not");
                    }
                }
            }
            if (often instanceof PerDay perDay && hours.size() > 1 && hours.size() != perDay.times()) {
                throw new IllegalArgumentException("'" + often.id() + "' does not go with " + hours.size()
                        + " parts of the day, each of which means once; write one part, or " + perDay.times());
            }
        }

        @Override
        public String id() {
            return often.id() + " between "
                    + hours.stream().map(TimeRange::toString).collect(Collectors.joining(","));
        }

        @Override
        public int times() {
            return often instanceof Every ? 1 : Math.max(often.times(), hours.size());
        }

        @Override
        public int span() {
            return often.span();
        }

        @Override
        public boolean asks(LocalDate day) {
            return often.asks(day);
        }
    }

    /** Whenever the user likes; never due. */
    record None() implements Goal {
        @Override
        public String id() {
            return "none";
        }
    }
}
