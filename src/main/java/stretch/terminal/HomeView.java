package stretch.terminal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import stretch.os.ExitCode;
import stretch.screen.home.HomeKey;
import stretch.screen.home.HomePage;
import stretch.screen.home.HomeScreen;
import stretch.screen.home.HomeState;

/** Shows the home screen on the whole terminal until something is chosen. */
public final class HomeView {
    /** The longest wait for a key, a signal or another size before a look at the page. Our choice. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private HomeView() {}

    /**
     * What came of it.
     *
     * @param words the command that was chosen; none to leave
     * @param exit with which code to leave
     */
    public record HomeChoice(List<String> words, ExitCode exit) {
        public HomeChoice {
            words = List.copyOf(words);
        }
    }

    /**
     * Shows it.
     *
     * @param keyboard the keys, which stay open
     * @param pages the page as it is now; the same one again while nothing has changed
     * @param stop stops this process until its user has it go on
     */
    public static HomeChoice show(
            Keyboard keyboard, Palette palette, boolean unicode, Supplier<HomePage> pages, Runnable stop) {
        try (var screen = new TerminalScreen(keyboard, palette, unicode, stop)) {
            var state = HomeState.BEGIN;
            HomePage page = pages.get();
            boolean due = true;
            while (true) {
                if (due || screen.isStale()) {
                    draw(screen, page, state);
                }
                var typed = key(keyboard);
                var key = typed.orElse(0);
                var cut = screen.isGone() ? Optional.of(ExitCode.HANGUP) : Keyboard.cut(key);
                if (cut.isPresent()) {
                    return new HomeChoice(List.of(), cut.get());
                }
                if (key == Keyboard.CTRL_Z) {
                    screen.suspend();
                } else if (typed.isPresent()) {
                    state = after(state, page, key);
                }
                if (state.answer().isPresent()) {
                    return new HomeChoice(state.answer().get(), ExitCode.OK);
                }
                var now = pages.get();
                due = typed.isPresent() || !now.equals(page);
                page = now;
            }
        }
    }

    /** The next key, or nothing if it is time for another look. */
    private static OptionalInt key(Keyboard keyboard) {
        var waiting = keyboard.next(Duration.ZERO);
        if (waiting.isPresent()) {
            return waiting;
        }
        LockSupport.parkNanos(LOOK.toNanos());
        return keyboard.next(Duration.ZERO);
    }

    private static void draw(TerminalScreen screen, HomePage page, HomeState state) {
        screen.draw(canvas -> new HomeScreen(page, state, canvas).draw());
    }

    private static HomeState after(HomeState state, HomePage page, int key) {
        return switch (key) {
            case KeyDecoder.UP -> state.pressed(page, HomeKey.UP);
            case KeyDecoder.DOWN -> state.pressed(page, HomeKey.DOWN);
            default -> state.typed(page, key);
        };
    }
}
