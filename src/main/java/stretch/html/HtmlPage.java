package stretch.html;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import stretch.text.TerminalSafe;

/**
 * One self-contained HTML page out of a template: no script, nothing from elsewhere, and a policy that has the browser
 * refuse both.
 *
 * <p>What a template fills in with {@code {{name}}} is escaped and made visible. {@code {{{name}}}} is for markup that
 * stretch itself wrote.
 */
public final class HtmlPage {
    private static final Mustache.Compiler TEMPLATES = Mustache.compiler()
            .emptyStringIsFalse(true)
            .withEscaper(text -> Escapers.HTML.escape(TerminalSafe.line(text)))
            .withLoader(name -> resource(name + ".html"));

    /** What the frame around every page fills in; {@code content} is what the page's own template does. */
    private record PageFrame(String title, String policy, String style, String body) {}

    private HtmlPage() {}

    /**
     * The page in full.
     *
     * @param name of its template {@code NAME.html} and its style {@code NAME.css}, both resources of this room
     * @param content what the template fills in: a record, whose parts it names
     */
    public static String of(String name, String title, Object content) {
        var style = text("page.css") + text(name + ".css");
        var policy = "default-src 'none'; style-src 'sha256-" + hash(style) + "'; base-uri 'none'; form-action 'none'";
        return template("page")
                .execute(new PageFrame(title, policy, style, template(name).execute(content)));
    }

    private static Template template(String name) {
        return TEMPLATES.compile(resource(name + ".html"));
    }

    private static String text(String name) {
        try (var reader = resource(name)) {
            var text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader resource(String name) {
        var stream = HtmlPage.class.getResourceAsStream("/stretch/html/" + name);
        return new InputStreamReader(Objects.requireNonNull(stream, name), StandardCharsets.UTF_8);
    }

    private static String hash(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
