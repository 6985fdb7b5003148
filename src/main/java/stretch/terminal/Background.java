package stretch.terminal;

import java.io.IOError;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jline.terminal.Terminal;
import stretch.screen.canvas.Theme;

/** The background colour of the terminal, which is asked for with OSC 11. */
final class Background {
    /** The second question is answered by every terminal, at once and after the first: without it we would wait. */
    private static final String QUESTIONS = "\033]11;?\033\\\033[c";

    /** How long a terminal may take: those on this machine need a millisecond. Our choice. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private static final String SHARE = "([0-9a-fA-F]{1,4})";
    private static final Pattern REPLY = Pattern.compile("11;rgba?:" + SHARE + "/" + SHARE + "/" + SHARE + "(/.*)?");

    private final LinkedBlockingQueue<Theme> answers = new LinkedBlockingQueue<>();
    private volatile boolean asked;

    /** Asks, and does not wait. */
    void ask(Terminal terminal) {
        try {
            terminal.writer().write(QUESTIONS);
            terminal.flush();
            asked = true;
        } catch (IOError e) {
            // The terminal is gone; whoever reads the keys says so.
        }
    }

    /** Takes what came between OSC and its end. */
    void replied(String reply) {
        var colour = REPLY.matcher(reply);
        if (colour.matches()) {
            answers.add(Theme.of(share(colour.group(1)), share(colour.group(2)), share(colour.group(3))));
        }
    }

    private static double share(String digits) {
        return HexFormat.fromHexDigits(digits) / (Math.pow(16, digits.length()) - 1);
    }

    /** Takes the answer to the second question: to the first there is none, unless it came before. */
    void passedOver() {
        answers.add(Theme.AUTO);
    }

    /** The theme for it; {@link Theme#AUTO} if the terminal was not asked, or has not answered in time. */
    Theme theme() {
        try {
            var answer = answers.poll(asked ? PATIENCE.toMillis() : 0, TimeUnit.MILLISECONDS);
            return answer == null ? Theme.AUTO : answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Theme.AUTO;
        }
    }
}
