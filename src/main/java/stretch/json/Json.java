package stretch.json;

import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stretch.text.BadInput;
import stretch.text.TerminalSafe;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes plain values (objects, maps, lists, text, numbers, truth, null) as JSON, and reads lists of rows.
 *
 * <p>What is empty is null, and a length of time is its seconds: whole where they are whole.
 */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .rootValueSeparator((String) null)
            .build();

    private Json() {}

    /** The value as one line of JSON, no line break at its end. */
    public static String text(Object value) {
        var out = new java.io.StringWriter();
        write(out, value);
        return out.toString();
    }

    /** Writes the value and leaves the writer open, and unflushed. */
    public static void write(Writer out, Object value) {
        writer(out).accept(value);
    }

    /** The same for many values, with nothing between them. */
    public static Consumer<Object> writer(Writer out) {
        var json = FACTORY.createGenerator(ObjectWriteContext.empty(), out);
        return value -> {
            try {
                put(json, value);
                json.flush();
            } catch (JacksonIOException e) {
                throw new UncheckedIOException(e.getCause());
            }
        };
    }

    /** A single value and the place of its key; {@code type} is that of JSON, and {@code text} is "" for null. */
    public record Value(String text, Type type, int line, int column) {
        public enum Type {
            TEXT,
            NUMBER,
            TRUTH,
            NULL,
            /** An object, or a list where none is read. */
            SEVERAL
        }

        /** What is wrong with it, at its place. */
        public BadInput fault(String what) {
            return new BadInput(line, column, what);
        }
    }

    /** An object: its single values and its lists of objects, each by its key, and where it begins. */
    public record JsonRowReader(
            Map<String, Value> values, Map<String, List<JsonRowReader>> lists, int line, int column) {}

    /** Takes the members of a file one by one; the place is that of the key. */
    public interface Members {
        /** A member that is a single value. */
        void value(String key, Value value);

        /** A member that is a list: answers with what is to take each of its objects. */
        Consumer<JsonRowReader> list(String key, int line, int column);
    }

    /**
     * Reads one object whose members are single values and lists of objects, without ever holding all of it. The objects
     * in a list may have lists of objects as well, which have none.
     *
     * @throws BadInput if it is anything else, names a key twice or goes on after its end
     */
    public static void read(Reader in, Members members) {
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            json.nextToken();
            expectObject(json);
            var keys = new HashSet<String>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var key = json.currentName();
                once(json, keys.add(key));
                var at = json.currentTokenLocation();
                if (json.nextToken() != JsonToken.START_ARRAY) {
                    members.value(key, value(json, at));
                    continue;
                }
                var rows = members.list(key, at.getLineNr(), at.getColumnNr());
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    rows.accept(row(json, true));
                }
            }
            if (json.nextToken() != null) {
                throw bad(json.currentTokenLocation(), "unexpected text: expected the end of the file");
            }
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new BadInput(
                    at == null ? 1 : at.getLineNr(),
                    at == null ? 1 : at.getColumnNr(),
                    "invalid JSON (" + e.getOriginalMessage().replaceFirst("(?s) \\(start marker.*|\\R.*", "") + ")");
        }
    }

    private static JsonRowReader row(JsonParser json, boolean mayHoldLists) {
        expectObject(json);
        var begin = json.currentTokenLocation();
        var values = new LinkedHashMap<String, Value>();
        var lists = new LinkedHashMap<String, List<JsonRowReader>>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = json.currentName();
            once(json, !values.containsKey(key) && !lists.containsKey(key));
            var at = json.currentTokenLocation();
            if (json.nextToken() != JsonToken.START_ARRAY || !mayHoldLists) {
                values.put(key, value(json, at));
                continue;
            }
            var rows = new ArrayList<JsonRowReader>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                rows.add(row(json, false));
            }
            lists.put(key, rows);
        }
        return new JsonRowReader(values, lists, begin.getLineNr(), begin.getColumnNr());
    }

    private static Value value(JsonParser json, TokenStreamLocation at) {
        var type = switch (json.currentToken()) {
            case VALUE_STRING -> Value.Type.TEXT;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Value.Type.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Value.Type.TRUTH;
            case VALUE_NULL -> Value.Type.NULL;
            default -> Value.Type.SEVERAL;
        };
        var text = switch (type) {
            case NULL -> "";
            case SEVERAL -> json.currentToken() == JsonToken.START_ARRAY ? "[...]" : "{...}";
            default -> json.getString();
        };
        json.skipChildren();
        return new Value(text, type, at.getLineNr(), at.getColumnNr());
    }

    private static void once(JsonParser json, boolean first) {
        if (!first) {
            throw bad(
                    json.currentTokenLocation(),
                    "the key '" + TerminalSafe.line(json.currentName()) + "' appears twice");
        }
    }

    private static void expectObject(JsonParser json) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw bad(json.currentTokenLocation(), "unexpected value: expected an object");
        }
    }

    private static BadInput bad(TokenStreamLocation at, String what) {
        return new BadInput(at.getLineNr(), at.getColumnNr(), what);
    }

    private static void put(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Optional<?> optional) {
            put(json, optional.orElse(null));
        } else if (value instanceof OptionalInt optional) {
            put(json, optional.isPresent() ? optional.getAsInt() : null);
        } else if (value instanceof Duration length) {
            put(json, length.toNanosPart() == 0 ? (Object) length.toSeconds() : (Object) (length.toMillis() / 1000.0));
        } else if (value instanceof JsonObject object) {
            put(json, object.members());
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((key, member) -> {
                json.writeName(String.valueOf(key));
                put(json, member);
            });
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(member -> put(json, member));
            json.writeEndArray();
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            string(json, String.valueOf(value));
        }
    }

    /** JSON may end up on a terminal: what could steer one is written as an escape, which means the same. */
    private static void string(JsonGenerator json, String text) {
        if (TerminalSafe.isHarmless(text)) {
            json.writeString(text);
            return;
        }
        var escaped = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else if (c < ' ' || (TerminalSafe.isHazard(c) && !Character.isSurrogate((char) c))) {
                escaped.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                escaped.append((char) c);
            }
        });
        json.writeRawValue(escaped.append('"').toString());
    }
}
