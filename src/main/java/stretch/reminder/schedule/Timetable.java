package stretch.reminder.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import stretch.text.DayHours;
import stretch.text.Numbers;

/**
 * The times of a day, on some days of the week, at which something wakes stretch; whole minutes, local time.
 *
 * @param apart whether each of several times is to be an entry of its own: they were named one by one
 */
public record Timetable(SortedSet<LocalTime> times, Set<DayOfWeek> days, boolean apart) {
    /** More often is a nuisance, not a reminder; our choice. */
    public static final Duration OFTENEST = Duration.ofMinutes(5);

    /** Hours that share their minutes: what one line of a timer can say. */
    public record Hours(SortedSet<Integer> hours, SortedSet<Integer> minutes) {
        /**
         * Reads two lists of numbers with commas between them.
         *
         * @throws IllegalArgumentException if either is no such list
         */
        public static Hours parse(String hours, String minutes) {
            return new Hours(numbers(hours), numbers(minutes));
        }

        static SortedSet<Integer> numbers(String list) {
            var numbers = new TreeSet<Integer>();
            for (var number : list.split(",", -1)) {
                numbers.add(
                        Numbers.parse(number).orElseThrow(() -> new IllegalArgumentException("no number: " + number)));
            }
            return numbers;
        }

        /** The hours with commas between them, each in this form. */
        public String hours(String form) {
            return list(hours, form);
        }

        public String minutes(String form) {
            return list(minutes, form);
        }

        private static String list(SortedSet<Integer> numbers, String form) {
            return numbers.stream()
                    .map(number -> String.format(Locale.ROOT, form, number))
                    .collect(Collectors.joining(","));
        }
    }

    public Timetable {
        times = Collections.unmodifiableSortedSet(new TreeSet<>(times));
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
        if (times.isEmpty() || times.stream().anyMatch(time -> time.getSecond() != 0 || time.getNano() != 0)) {
            throw new IllegalArgumentException("not whole minutes of a day: " + times);
        }
    }

    public Timetable(SortedSet<LocalTime> times, Set<DayOfWeek> days) {
        this(times, days, false);
    }

    /** At each of these times of a day. */
    public static Timetable at(List<LocalTime> times, Set<DayOfWeek> days) {
        return new Timetable(new TreeSet<>(times), days, times.size() > 1);
    }

    /**
     * Again and again within a day.
     *
     * @param every whole minutes, at least {@link #OFTENEST}
     * @param until the last time that may still be one of them
     */
    public static Timetable every(Duration every, LocalTime from, LocalTime until, Set<DayOfWeek> days) {
        if (every.compareTo(OFTENEST) < 0 || every.toSecondsPart() != 0) {
            throw new IllegalArgumentException("not whole minutes, 5 or more: " + every);
        }
        var times = new TreeSet<LocalTime>();
        for (long minute = minute(from); minute <= minute(until); minute += every.toMinutes()) {
            times.add(LocalTime.ofSecondOfDay(minute * 60));
        }
        return new Timetable(times, days);
    }

    private static long minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    /** What the lines of one timer add up to. */
    public static Timetable joined(Collection<Timetable> all) {
        var times = new TreeSet<LocalTime>();
        var days = EnumSet.noneOf(DayOfWeek.class);
        all.forEach(one -> {
            times.addAll(one.times());
            days.addAll(one.days());
        });
        return new Timetable(times, days);
    }

    /** Every one of the hours with every one of the minutes. */
    public static Timetable of(Hours hours, Set<DayOfWeek> days) {
        var times = new TreeSet<LocalTime>();
        hours.hours().forEach(hour -> hours.minutes().forEach(minute -> times.add(LocalTime.of(hour, minute))));
        return new Timetable(times, days);
    }

    /** The same times in as few groups as a timer needs lines, or each in its own; the earliest hour first. */
    public List<Hours> groups() {
        if (apart) {
            return times.stream()
                    .map(time ->
                            new Hours(new TreeSet<>(Set.of(time.getHour())), new TreeSet<>(Set.of(time.getMinute()))))
                    .toList();
        }
        var minutes = new TreeMap<Integer, SortedSet<Integer>>();
        times.forEach(time ->
                minutes.computeIfAbsent(time.getHour(), hour -> new TreeSet<>()).add(time.getMinute()));
        var groups = new ArrayList<Hours>();
        minutes.forEach((hour, these) -> groups.stream()
                .filter(group -> group.minutes().equals(these))
                .findFirst()
                .orElseGet(() -> {
                    var group = new Hours(new TreeSet<>(), these);
                    groups.add(group);
                    return group;
                })
                .hours()
                .add(hour));
        return groups;
    }

    public boolean everyDay() {
        return days.size() == DayOfWeek.values().length;
    }

    /** The first time after this moment; a time that the clocks leave out is as much later as they jump. */
    public ZonedDateTime next(ZonedDateTime now) {
        for (int ahead = 0; ; ahead++) {
            var day = now.toLocalDate().plusDays(ahead);
            if (days.contains(day.getDayOfWeek())) {
                for (var time : times) {
                    var moment = LocalDateTime.of(day, time).atZone(now.getZone());
                    if (moment.isAfter(now)) {
                        return moment;
                    }
                }
            }
        }
    }

    /** In words: {@code 09:00, 12:00 on mon-fri}, {@code 12 times, 09:00 to 17:45, every day}. */
    public String words() {
        var list = times.size() > 4
                ? times.size() + " times, " + times.first() + " to " + times.last() + ","
                : String.join(", ", times.stream().map(LocalTime::toString).toList());
        return list + (everyDay() ? " every day" : " on " + DayHours.text(days));
    }
}
