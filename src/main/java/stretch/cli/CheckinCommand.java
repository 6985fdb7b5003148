package stretch.cli;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import stretch.Exit;
import stretch.Failure;
import stretch.history.CheckIn;
import stretch.history.Ids;
import stretch.terminal.Keyboard;

/** Records how the back feels. */
final class CheckinCommand implements Callable<Integer> {
    /** When a check-in is asked for. */
    enum Asked {
        off,
        before,
        weekly,
        both;

        boolean before() {
            return this == before || this == both;
        }

        boolean weekly() {
            return this == weekly || this == both;
        }
    }

    /** How a sign is, compared with the check-in before. */
    enum Felt {
        worse,
        same,
        better
    }

    /** Whoever thinks longer has gone away. Our choice. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Desk desk;
    private final Given<Integer> pain;
    private final Given<Felt> bending;
    private final Given<Felt> hips;
    private final Given<Felt> balance;
    private final Given<Felt> ease;
    private final Given<String> note;

    CheckinCommand(Desk desk, Syntax takes) {
        this.desk = desk;
        takes.about("Records how your back feels: pain from 0 to 10, and four signs of better. Without options it asks,"
                + " a key for each.");
        pain = takes.option("--pain", "0-10", "0 (none) to 10 (worst)", Integer.class);
        bending = takes.option("--bending", "worse|same|better", "pinching on bending", Felt.class);
        hips = takes.option("--hips", "worse|same|better", "moving from hips and legs", Felt.class);
        balance = takes.option("--balance", "worse|same|better", "standing and walking", Felt.class);
        ease = takes.option("--ease", "worse|same|better", "living without guarding", Felt.class);
        note = takes.option("--note", "TEXT", "anything worth keeping", String.class, Converters::note)
                .standard("");
    }

    @Override
    public Integer call() {
        var said = Converters.pain("--pain", pain);
        var markers = new LinkedHashMap<String, String>();
        put(markers, "bending", bending);
        put(markers, "hips", hips);
        put(markers, "balance", balance);
        put(markers, "ease", ease);
        if (said.isEmpty() && markers.isEmpty()) {
            if (!desk.world().terminals().input() || !desk.world().terminals().errors()) {
                throw new Failure(
                        Exit.USAGE,
                        "nothing was said; write --pain 3, or --bending better and the like, or use a terminal");
            }
            said = ask(markers);
            if (said.isEmpty() && markers.isEmpty()) {
                desk.say("nothing was said, so nothing was recorded");
                return 0;
            }
        }
        record(said, markers);
        return 0;
    }

    private static void put(Map<String, String> markers, String marker, Given<Felt> felt) {
        felt.optional().ifPresent(word -> markers.put(marker, word.name()));
    }

    private void record(OptionalInt said, Map<String, String> markers) {
        var clock = desk.world().clock();
        var at = OffsetDateTime.now(clock);
        var it = new CheckIn(Ids.uuid7(clock.millis(), new SecureRandom()), at, said, markers, note.get());
        try (var history = desk.record()) {
            history.mending(clock).checkIn(it);
            var words = new LinkedHashMap<String, String>();
            said.ifPresent(number -> words.put("pain", Integer.toString(number)));
            words.putAll(markers);
            desk.page()
                    .line("checked in: "
                            + String.join(
                                    ", ",
                                    words.entrySet().stream()
                                            .map(word -> word.getKey() + " " + word.getValue())
                                            .toList()));
            new Care(desk, null).checkedIn(history, said);
        }
    }

    /** Five keys. */
    private OptionalInt ask(Map<String, String> markers) {
        var page = desk.aside();
        try (var keyboard =
                new Keyboard(desk.caches(), desk.world().variable("TERM").orElse(""))) {
            page.line("Any other key leaves a question out; Ctrl-C leaves without a record.");
            // Of the keys pressed while the program started none is an answer.
            keyboard.forget();
            var said = OptionalInt.empty();
            var key = key(keyboard, page, "Pain now, 0 (none) to 9, x for 10?");
            if (key.isPresent()) {
                said = Answers.pain(key.getAsInt());
                page.line("  " + (said.isPresent() ? said.getAsInt() : "left out"));
            }
            for (var marker : desk.catalogue().markers()) {
                page.paragraph(0, marker.text());
                var answer = key(keyboard, page, "  w worse, s same, b better?");
                var felt = answer.isPresent() ? Answers.marker(answer.getAsInt()) : java.util.Optional.<String>empty();
                felt.ifPresent(word -> markers.put(marker.id(), word));
                page.line("  " + felt.orElse("left out"));
            }
            return said;
        }
    }

    private OptionalInt key(Keyboard keyboard, Page page, String question) {
        page.line(question);
        desk.world().err().flush();
        return keyboard.key(PATIENCE);
    }
}
