package stretch.terminal;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import stretch.catalogue.Outcome;
import stretch.os.ExitCode;
import stretch.screen.Farewell;
import stretch.screen.SessionScreen;
import stretch.session.Event;
import stretch.session.Key;
import stretch.session.Session;
import stretch.session.Session.Overlay;
import stretch.session.loop.Console;

/** Shows a session on the whole terminal, and gives the terminal back as it was. */
public final class FullScreen implements Console {
    /** How long the end of a session stays on the screen, unless a key is pressed. Our choice. */
    private static final Duration LINGER = Duration.ofSeconds(10);

    /** A slow line, as of a phone on a train, carries what moves at 2 kB a second. Our choice. */
    private static final long NANOS_A_BYTE = 1_000_000_000 / 2_000;

    /** How long the screen says that a key does nothing here. Our choice. */
    private static final long ANSWER = Duration.ofSeconds(3).toNanos();

    private final Keyboard keyboard;
    private final TerminalScreen terminal;
    private final SessionScreen screen = new SessionScreen();
    private final Queue<Event> inbox;
    private final Supplier<Farewell> farewell;
    private int sent;
    private Farewell lastWords = Farewell.NONE;
    private String notice = "";
    private Optional<Session> seen = Optional.empty();

    /** What is said of the key that was pressed last, and when that was. */
    private String answer = "";

    private Optional<Session> asked = Optional.empty();
    private Optional<Session> shown = Optional.empty();

    /**
     * Takes over the terminal.
     *
     * @param keyboard its keys, which stay open when the screen is closed
     * @param inbox where signals come from
     * @param palette how meanings look; the words alone say everything too
     * @param unicode whether the terminal shows more than ASCII
     * @param farewell what to say when a session is completed, asked when it is
     * @param stop stops this process until its user has it go on
     */
    public FullScreen(
            Keyboard keyboard,
            Queue<Event> inbox,
            Palette palette,
            boolean unicode,
            Supplier<Farewell> farewell,
            Runnable stop) {
        this.keyboard = keyboard;
        this.inbox = inbox;
        this.farewell = farewell;
        terminal = new TerminalScreen(keyboard, palette, unicode, stop);
    }

    public void ring() {
        terminal.ring();
    }

    @Override
    public Optional<Event> poll() {
        if (terminal.isGone()) {
            return Optional.of(new Event.Interrupted(ExitCode.HANGUP));
        }
        var signal = inbox.poll();
        if (signal != null) {
            return Optional.of(signal);
        }
        var event = keyboard.event();
        event.ifPresent(it -> {
            asked = shown;
            say(
                    it instanceof Event.KeyPressed press
                            ? shown.map(now -> answer(now, press.key())).orElse("")
                            : "");
        });
        return event;
    }

    /** What to say of a key that does nothing; empty where it does something. */
    static String answer(Session now, Key key) {
        boolean answers = now.overlay() == Overlay.QUIT || now.keys().contains(key);
        return answers ? "" : key == Key.SWAP ? "no alternative here" : "still stopped";
    }

    private void say(String words) {
        seen = words.equals(answer) ? seen : Optional.empty();
        answer = words;
    }

    /** Whether the last answer still belongs to what is shown. */
    private boolean isAnswered(Session now) {
        return asked.filter(then -> then.stepIndex() == now.stepIndex()
                        && then.stage() == now.stage()
                        && now.attempt().elapsed() - then.attempt().elapsed() < ANSWER)
                .isPresent();
    }

    @Override
    public void show(Session session) {
        shown = Optional.of(session);
        if (!isAnswered(session)) {
            say("");
        }
        draw(session);
        if (keyboard.isSuspending()) {
            // The session is paused meanwhile.
            terminal.suspend();
            draw(session);
        }
    }

    @Override
    public long unchanged(Session session) {
        return SessionScreen.unchanged(session);
    }

    private void draw(Session session) {
        if (terminal.isStale()
                || seen.filter(before -> !isDue(before, session, sent)).isEmpty()) {
            seen = Optional.of(session);
            sent = terminal.draw(canvas -> screen.draw(session, canvas, lastWords, notice.isEmpty() ? answer : notice));
        }
    }

    /**
     * Whether there is something new to show. What only moves waits until the line has carried the frame before, so that
     * a figure on a large screen moves in fewer steps.
     *
     * @param sent how many bytes the frame before took
     */
    static boolean isDue(Session before, Session now, int sent) {
        long since = now.attempt().elapsed() - before.attempt().elapsed();
        return !SessionScreen.same(before, now)
                && (!SessionScreen.sameButForMotion(before, now) || since >= sent * NANOS_A_BYTE);
    }

    @Override
    public void notice(String text) {
        notice = text;
        seen = Optional.empty();
    }

    @Override
    public Duration lingerAfter(Session session) {
        if (session.ending()
                .filter(ending -> ending.outcome() == Outcome.COMPLETED)
                .isEmpty()) {
            return Duration.ZERO;
        }
        lastWords = farewell.get();
        seen = Optional.empty();
        draw(session);
        return LINGER;
    }

    @Override
    public boolean hasKeys() {
        return true;
    }

    @Override
    public void close() {
        terminal.close();
    }
}
