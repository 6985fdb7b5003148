package stretch.reminder.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stretch.GoldenFiles;
import stretch.reminder.schedule.unit.LaunchdPlist;
import stretch.reminder.schedule.unit.SystemdUnit;
import stretch.text.DayHours;

/** What cron, systemd and launchd are given. */
class TimetableFormatsTest {
    private static final SystemdUnit SYSTEMD = new SystemdUnit(Path.of("/units"));
    private static final LaunchdPlist LAUNCHD =
            new LaunchdPlist(Path.of("/agents"), Path.of("/Users/you/Library/Logs"));

    /** A program that is there, since systemd looks for it; and an argument with all that forms could trip over. */
    private static final Job ODD = new Job(
            "daily",
            List.of("/bin/sh", "--db", "/home/o'neil & \"co\"/100 % $HOME;<h>.db", "remind", "daily"),
            Map.of("LC_ALL", "C.UTF-8"));

    private static final Job JOB =
            new Job("daily", List.of("/home/you/stretch/bin/stretch", "remind", "daily"), Map.of("LC_ALL", "C.UTF-8"));

    static Stream<Timetable> timetables() {
        return Stream.of(
                Timetable.at(List.of(LocalTime.of(9, 0)), DayHours.ALL),
                Timetable.at(List.of(LocalTime.of(0, 5)), DayHours.parse("mon-fri")),
                Timetable.at(List.of(LocalTime.of(23, 59)), DayHours.parse("sun")),
                Timetable.every(Duration.ofHours(3), LocalTime.of(9, 0), LocalTime.of(18, 0), DayHours.ALL),
                Timetable.every(
                        Duration.ofMinutes(30), LocalTime.of(9, 30), LocalTime.of(17, 0), DayHours.parse("mon,wed")),
                Timetable.every(
                        Duration.ofMinutes(50), LocalTime.of(8, 10), LocalTime.of(20, 0), DayHours.parse("fri-mon")),
                Timetable.every(Duration.ofMinutes(5), LocalTime.MIDNIGHT, LocalTime.of(23, 59), DayHours.ALL));
    }

    private static String timer(Job job, Timetable timetable) {
        return SYSTEMD.files(job, timetable).getOrDefault("stretch-daily.timer", "");
    }

    private static String service(Timetable timetable) {
        return SYSTEMD.files(ODD, timetable).getOrDefault("stretch-daily.service", "");
    }

    private static String plist(Job job, Timetable timetable) {
        return LAUNCHD.files(job, timetable).getOrDefault("stretch.daily.plist", "");
    }

    @ParameterizedTest
    @MethodSource("timetables")
    void what_is_installed_is_read_back_as_it_was_meant(Timetable timetable) {
        assertThat(CronLine.times(CronLine.lines(ODD, timetable))).contains(timetable);
        assertThat(SYSTEMD.times(timer(ODD, timetable))).contains(timetable);
        assertThat(LAUNCHD.times(plist(ODD, timetable))).contains(timetable);
    }

    @Test
    void times_that_were_named_one_by_one_are_entries_of_their_own() {
        var timetable = Timetable.at(List.of(LocalTime.of(20, 0), LocalTime.of(8, 0)), DayHours.parse("sat,sun"));
        var command = " LC_ALL=C.UTF-8 /home/you/stretch/bin/stretch remind daily";
        var lines = CronLine.lines(JOB, timetable);
        assertThat(lines).containsExactly("0 8 * * 6,0" + command, "0 20 * * 6,0" + command);
        var timer = timer(JOB, timetable);
        assertThat(timer).contains("\nOnCalendar=Sat,Sun *-*-* 08:00:00\nOnCalendar=Sat,Sun *-*-* 20:00:00\n");
        var plist = plist(JOB, timetable);
        assertThat(plist.split("<key>Hour</key>", -1)).hasSize(5);
        assertThat(Stream.of(CronLine.times(lines), SYSTEMD.times(timer), LAUNCHD.times(plist)))
                .allMatch(read -> read.orElseThrow().times().equals(timetable.times())
                        && read.orElseThrow().days().equals(timetable.days()));
        var now = ZonedDateTime.parse("2026-11-21T09:00:00+01:00[Europe/Berlin]");
        assertThat(ICalendarEvent.text("daily", "Daily", "stretch run daily", Duration.ofMinutes(3), timetable, now))
                .contains("UID:stretch-schedule-daily\r\n", "DTSTART:20261122T080000\r\n")
                .contains("UID:stretch-schedule-daily-2\r\n", "DTSTART:20261121T200000\r\n")
                .doesNotContain("BYHOUR");
    }

    @Test
    void cron_gets_a_line_for_hours_that_share_their_minutes() {
        var timetable = Timetable.every(
                Duration.ofMinutes(30), LocalTime.of(9, 30), LocalTime.of(17, 0), DayHours.parse("mon-fri"));
        assertThat(CronLine.lines(JOB, timetable))
                .containsExactly(
                        "30 9 * * 1,2,3,4,5 LC_ALL=C.UTF-8 /home/you/stretch/bin/stretch remind daily",
                        "0,30 10,11,12,13,14,15,16 * * 1,2,3,4,5 LC_ALL=C.UTF-8 /home/you/stretch/bin/stretch remind daily",
                        "0 17 * * 1,2,3,4,5 LC_ALL=C.UTF-8 /home/you/stretch/bin/stretch remind daily");
    }

    @Test
    void sunday_is_the_number_that_every_cron_knows() {
        assertThat(CronLine.lines(JOB, Timetable.at(List.of(LocalTime.of(9, 0)), DayHours.parse("sat,sun"))))
                .allMatch(line -> line.startsWith("0 9 * * 6,0 "));
        assertThat(CronLine.times(List.of("0 9 * * 6,7 x")))
                .contains(Timetable.at(List.of(LocalTime.of(9, 0)), DayHours.parse("sat,sun")));
    }

    @Test
    void the_shell_gets_from_cron_the_words_that_were_meant() throws Exception {
        var job = new Job(
                "daily", List.of("/usr/bin/printf", "%s|", "a b", "o'neil", "100 %", "$HOME `id` \"x\"", ""), Map.of());
        var line = CronLine.lines(job, Timetable.at(List.of(LocalTime.of(9, 0)), DayHours.ALL))
                .get(0);
        assertThat(line).startsWith("0 9 * * * ").doesNotContainPattern("[^\\\\]%");
        var shell = new ProcessBuilder("/bin/sh", "-c", line.substring(10).replace("\\%", "%")).start();
        var out = new String(shell.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(out).isEqualTo("a b|o'neil|100 %|$HOME `id` \"x\"||");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\nb", "/a\\b", "/a\tb"})
    void what_a_crontab_cannot_say_is_refused(String path) {
        var job = new Job("daily", List.of(path), Map.of());
        var timetable = Timetable.at(List.of(LocalTime.of(9, 0)), DayHours.ALL);
        assertThatThrownBy(() -> CronLine.lines(job, timetable)).hasMessageEndingWith("use another path");
    }

    @Test
    void a_line_longer_than_cron_takes_is_refused() {
        var job = new Job("daily", List.of("/" + "a".repeat(999)), Map.of());
        var timetable = Timetable.at(List.of(LocalTime.of(9, 0)), DayHours.ALL);
        assertThatThrownBy(() -> CronLine.lines(job, timetable))
                .hasMessage("the line is longer than the 999 characters that cron takes;"
                        + " use shorter paths, or --format systemd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/5 * * * * x",
                "0 25 * * * x",
                "0 9 1 * * x",
                "0 9 * * mon x",
                "@daily x",
                "MAILTO=you",
                "0 9 * * *",
                "",
            })
    void lines_of_other_shapes_are_not_guessed_at(String line) {
        assertThat(CronLine.times(List.of(line))).isEmpty();
    }

    @Test
    void the_units_were_looked_at() {
        var timetable = Timetable.every(
                Duration.ofMinutes(50), LocalTime.of(8, 10), LocalTime.of(20, 0), DayHours.parse("mon-fri"));
        GoldenFiles.check("units/stretch-daily.service", service(timetable));
        GoldenFiles.check("units/stretch-daily.timer", timer(ODD, timetable));
    }

    /** systemd's own reader has the last word. */
    @Test
    void systemd_has_no_word_against_the_units(@TempDir Path folder) throws Exception {
        var analyze = Path.of("/usr/bin/systemd-analyze");
        assumeTrue(Files.isExecutable(analyze), "needs systemd-analyze");
        var service = folder.resolve("stretch-daily.service");
        for (var timetable : timetables().toList()) {
            Files.writeString(service, service(timetable));
            var timer = Files.writeString(folder.resolve("stretch-daily.timer"), timer(ODD, timetable));
            var verify = new ProcessBuilder(
                    analyze.toString(), "verify", "--user", "--man=no", service.toString(), timer.toString());
            verify.environment().put("XDG_RUNTIME_DIR", folder.toString());
            var process = verify.redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(said).doesNotContain("stretch-daily");
            assertThat(process.exitValue()).as(said).isZero();
        }
    }

    @Test
    void launchd_gets_well_formed_xml() throws Exception {
        var timetable = Timetable.at(List.of(LocalTime.of(9, 0)), DayHours.parse("sat,sun"));
        var plist = plist(ODD, timetable);
        GoldenFiles.check("units/stretch.daily.plist", plist);
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        var xml = factory.newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(plist.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var strings = xml.getElementsByTagName("string");
        assertThat(strings.item(3).getTextContent()).isEqualTo(ODD.words().get(2));
    }
}
