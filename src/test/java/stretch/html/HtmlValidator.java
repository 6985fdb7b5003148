package stretch.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import nu.validator.client.EmbeddedValidator;

/** What the standards of HTML, CSS and SVG have to say against a page. */
public final class HtmlValidator {
    private HtmlValidator() {}

    /** Fails unless they have nothing to say. */
    public static void check(String page) throws Exception {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        assertThat(validator.validate(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))))
                .isBlank();
    }
}
