package stretch.history.backup;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import stretch.history.db.DatabaseHeader;

/**
 * The rows that stand in the pages of a database, found without its schema and without the tree that leads to them.
 *
 * <p>By SQLite's documented file format, sections "B-tree Pages", "Cell Payload Overflow Pages", "The Freelist" and
 * "Record Format". What makes no sense there is passed over: the file may hold anything.
 */
final class DatabasePages {
    /** The kinds of page that rows stand in; indexes are of the second two as well, and so are tables without row ids. */
    private static final int TABLE_LEAF = 13;

    private static final int KEY_LEAF = 10;
    private static final int KEY_INTERIOR = 2;

    /** As SQLite makes them unless told otherwise, which stretch never does. */
    private static final int USUAL_SIZE = 4096;

    private final ByteBuffer file;
    private final int size;
    private final int count;

    /** A row: its number where the table has those, and its cells in the order in which they are stored. */
    record Row(boolean numbered, long number, List<@Nullable Object> cells) {}

    /** The pages of this file, as it is now. */
    static DatabasePages of(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return new DatabasePages(channel.map(MapMode.READ_ONLY, 0, channel.size()));
        }
    }

    private DatabasePages(ByteBuffer file) {
        this.file = file;
        int bytes = file.limit() < DatabaseHeader.LENGTH ? 0 : DatabaseHeader.pageSize(file);
        this.size = bytes >= 512 && Integer.bitCount(bytes) == 1 ? bytes : USUAL_SIZE;
        this.count = file.limit() / size;
    }

    /** Hands over every row of every page that is in use, those of indexes among them. */
    void rows(Consumer<Row> reader) {
        var free = free();
        for (int page = 1; page <= count; page++) {
            if (!free.contains(page)) {
                read(page, reader);
            }
        }
    }

    /** The pages with something where a row should be that is none. */
    List<Integer> damaged() {
        var free = free();
        return IntStream.rangeClosed(1, count)
                .filter(page -> !free.contains(page) && !read(page, row -> {}))
                .boxed()
                .toList();
    }

    /** Pages that hold what was deleted. They are listed on pages that cannot be mistaken for any other kind. */
    private Set<Integer> free() {
        var free = new HashSet<Integer>();
        for (int page = 2; page <= count; page++) {
            int at = start(page);
            int next = file.getInt(at);
            int listed = file.getInt(at + 4);
            if (next >= 0 && next <= count && listed > 0 && listed <= size / 4 - 2) {
                var pages = new HashSet<Integer>();
                for (int i = 0; i < listed; i++) {
                    pages.add(file.getInt(at + 8 + 4 * i));
                }
                if (pages.size() == listed && pages.stream().allMatch(it -> it > 1 && it <= count)) {
                    free.addAll(pages);
                }
            }
        }
        return free;
    }

    private int start(int page) {
        return (page - 1) * size;
    }

    /** Reads the rows of a page; answers whether all could be read. */
    private boolean read(int page, Consumer<Row> reader) {
        int head = start(page) + (page == 1 ? DatabaseHeader.LENGTH : 0);
        int kind = file.get(head);
        if (kind != TABLE_LEAF && kind != KEY_LEAF && kind != KEY_INTERIOR) {
            return true;
        }
        int cells = Short.toUnsignedInt(file.getShort(head + 3));
        int pointers = head + (kind == KEY_INTERIOR ? 12 : 8);
        boolean all = true;
        for (int i = 0; i < cells && pointers + 2 * i + 2 <= start(page) + size; i++) {
            int cell = start(page) + Short.toUnsignedInt(file.getShort(pointers + 2 * i));
            try {
                reader.accept(row(kind, cell));
            } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
                all = false;
            }
        }
        return all;
    }

    private Row row(int kind, int cell) {
        var at = file.duplicate().position(kind == KEY_INTERIOR ? cell + 4 : cell);
        long length = number(at);
        long number = kind == TABLE_LEAF ? number(at) : 0;
        return new Row(kind == TABLE_LEAF, number, cells(payload(kind, at.position(), length)));
    }

    /** What does not fit into the page goes on in a chain of others. */
    private ByteBuffer payload(int kind, int at, long length) {
        if (length < 0 || length > file.limit()) {
            throw new IllegalArgumentException("longer than the file");
        }
        int most = kind == TABLE_LEAF ? size - 35 : (size - 12) * 64 / 255 - 23;
        int least = (size - 12) * 32 / 255 - 23;
        int whole = (int) length;
        int fitting = least + (whole - least) % (size - 4);
        int here = whole <= most ? whole : fitting <= most ? fitting : least;
        var payload = ByteBuffer.allocate(whole);
        payload.put(file.slice(at, here));
        int next = here < whole ? file.getInt(at + here) : 0;
        while (payload.hasRemaining()) {
            if (next < 2 || next > count) {
                throw new IllegalArgumentException("the chain is broken");
            }
            payload.put(file.slice(start(next) + 4, Math.min(payload.remaining(), size - 4)));
            next = file.getInt(start(next));
        }
        return payload.flip();
    }

    private static List<@Nullable Object> cells(ByteBuffer kinds) {
        long end = number(kinds);
        if (end < 0 || end > kinds.limit()) {
            throw new IllegalArgumentException("longer than the row");
        }
        var values = kinds.duplicate().position((int) end);
        var cells = new ArrayList<@Nullable Object>();
        while (kinds.position() < end) {
            cells.add(value(number(kinds), values));
        }
        if (values.hasRemaining()) {
            throw new IllegalArgumentException("of another length than its cells");
        }
        return cells;
    }

    /** One to nine bytes, seven bits each but for the ninth. */
    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int i = 0; i < 8; i++) {
            byte next = bytes.get();
            number = number << 7 | (next & 0x7F);
            if (next >= 0) {
                return number;
            }
        }
        return number << 8 | Byte.toUnsignedLong(bytes.get());
    }

    private static @Nullable Object value(long kind, ByteBuffer bytes) {
        return switch ((int) Math.min(kind, 12)) {
            case 0 -> null;
            case 1, 2, 3, 4 -> integer(bytes, (int) kind);
            case 5 -> integer(bytes, 6);
            case 6 -> integer(bytes, 8);
            case 7 -> Double.longBitsToDouble(integer(bytes, 8));
            case 8 -> 0L;
            case 9 -> 1L;
            case 12 ->
                kind % 2 == 0
                        ? take(bytes, (kind - 12) / 2)
                        : new String(take(bytes, (kind - 13) / 2), StandardCharsets.UTF_8);
            default -> throw new IllegalArgumentException("no such kind");
        };
    }

    private static long integer(ByteBuffer bytes, int length) {
        long number = bytes.get();
        for (int i = 1; i < length; i++) {
            number = number << 8 | Byte.toUnsignedLong(bytes.get());
        }
        return number;
    }

    private static byte[] take(ByteBuffer bytes, long length) {
        if (length > bytes.remaining()) {
            throw new IllegalArgumentException("longer than the row");
        }
        var taken = new byte[(int) length];
        bytes.get(taken);
        return taken;
    }
}
