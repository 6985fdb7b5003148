package stretch.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Turns the bytes of a file into text that a YAML parser may see. */
final class SourceText {
    /** Far more than anybody writes by hand, and little enough to be read at once. */
    static final int LARGEST = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceText() {}

    static String of(byte[] content, Problems problems) {
        if (content.length > LARGEST) {
            throw problems.failure(
                    SourcePosition.START,
                    "the file is larger than 1 MB (" + LARGEST + " bytes); keep it smaller, or split it");
        }
        var text = decoded(content, problems);
        var body = text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
        checkPrintable(body, problems);
        return body;
    }

    private static String decoded(byte[] content, Problems problems) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var out = CharBuffer.allocate(content.length);
        boolean whole = !decoder.decode(ByteBuffer.wrap(content), out, true).isError();
        var text = out.flip().toString();
        if (!whole) {
            throw problems.failure(
                    SourcePosition.after(text), "this is not UTF-8 text; save the file as UTF-8, if it is a text file");
        }
        return text;
    }

    private static void checkPrintable(String text, Problems problems) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintable(text.charAt(i))) {
                var what = String.format(
                        Locale.ROOT,
                        "the character U+%04X is not allowed in YAML; remove it, if this is a text file",
                        (int) text.charAt(i));
                throw problems.failure(SourcePosition.after(text.substring(0, i)), what);
            }
        }
    }

    // YAML 1.2.2, production c-printable; surrogates come in pairs here, since the text was decoded.
    private static boolean isPrintable(char c) {
        return (c >= 0x20 && c <= 0x7E)
                || (c >= 0xA0 && c <= 0xFFFD)
                || c == '\t'
                || c == '\n'
                || c == '\r'
                || c == 0x85;
    }
}
