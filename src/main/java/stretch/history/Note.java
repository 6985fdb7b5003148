package stretch.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import stretch.history.db.Database;
import stretch.history.db.RowMapper;

/**
 * What somebody wrote down.
 *
 * @param date the day of practice of it
 * @param beside the routine of the session, or {@code check-in} or {@code skip}
 * @param text in the user's words, never empty
 * @param pain as it was said with it: {@code 3}, {@code 3 before, 2 after}, or nothing
 */
public record Note(LocalDate date, String beside, String text, String pain) {
    /** What was said before a day began is moved back by its start; a skip has the date of its day as it is. */
    private static final String SAID = """
            WITH said AS (
              SELECT started_ms - ?1 AS ms, started_offset AS offset, routine AS beside, note AS text,
                concat_ws(', ', pain_before || ' before', pain_after || ' after') AS pain FROM session
              UNION ALL SELECT at_ms - ?1, at_offset, 'check-in', note, coalesce(pain, '') FROM checkin
              UNION ALL SELECT at_ms, at_offset, 'skip', reason, '' FROM rest WHERE until_ms IS NULL)
            SELECT ms, offset, beside, text, pain, count(*) OVER () FROM said
            WHERE trim(text) <> '' AND ms >= ?2 AND ms < ?3
              AND date((ms + offset * 1000) / 1000.0, 'unixepoch') BETWEEN ?4 AND ?5
            ORDER BY ms DESC LIMIT ?6""";

    /**
     * The remarks of some days.
     *
     * @param newest oldest first
     * @param all how many there are, those that are left out too
     */
    public record NewestNotes(List<Note> newest, int all) {
        public NewestNotes {
            newest = List.copyOf(newest);
        }
    }

    /** At most so many of these days, the last of them included: the newest. */
    static NewestNotes between(Database database, PracticeCalendar calendar, LocalDate from, LocalDate to, int most) {
        var remarks = new ArrayList<Note>();
        var all = new int[1];
        database.each(
                SAID,
                List.of(
                        calendar.startMillis(),
                        Aggregates.earliest(from),
                        Aggregates.latest(to),
                        from.toString(),
                        to.toString(),
                        most),
                row -> {
                    var at = RowMapper.moment(row.getLong(1), row.getInt(2));
                    remarks.add(new Note(at.toLocalDate(), row.getString(3), row.getString(4), row.getString(5)));
                    all[0] = row.getInt(6);
                });
        return new NewestNotes(remarks, all[0]);
    }
}
