package stretch.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** Reads UTF-8 text after its byte order mark, if it has one; what is not UTF-8 is refused with its line and column. */
public final class Utf8Reader extends Reader {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 13).flip();

    /** The second half of a character that takes two, for which there was no room. */
    private final CharBuffer half = CharBuffer.allocate(2).flip();

    private boolean begun;
    private boolean ended;
    private int line = 1;
    private int column = 1;

    private Utf8Reader(InputStream in) {
        this.in = in;
    }

    /** A reader of these bytes, which closes them; it throws {@link BadInput} where they are not UTF-8. */
    public static BufferedReader of(InputStream in) {
        return new BufferedReader(new Utf8Reader(in));
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
        var out = CharBuffer.wrap(to, from, length);
        while (true) {
            int start = out.position();
            if (half.hasRemaining()) {
                out.put(half.get());
            }
            var result = decoder.decode(bytes, out, ended);
            if (result.isOverflow() && out.position() == start) {
                decoder.decode(bytes, half.clear(), ended);
                out.put(half.flip().get());
            }
            if (!begun && out.position() > start) {
                begun = true;
                if (to[from] == BYTE_ORDER_MARK) {
                    System.arraycopy(to, from + 1, to, from, out.position() - start - 1);
                    out.position(out.position() - 1);
                }
            }
            int count = out.position() - start;
            if (count > 0) {
                advance(to, from, count);
                return count;
            }
            if (result.isError()) {
                throw new BadInput(line, column, "not UTF-8 text; save the file as UTF-8");
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (count < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + count);
        }
        bytes.flip();
    }

    private void advance(char[] text, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (text[i] == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
