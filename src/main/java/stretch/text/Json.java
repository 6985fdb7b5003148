package stretch.text;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes plain values (maps, lists, text, numbers, truth, null) as JSON; the only home of the JSON library. */
public final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private Json() {}

    /** The value as one line of JSON, no line break at its end. */
    public static String text(Object value) {
        var out = new java.io.StringWriter();
        write(out, value);
        return out.toString();
    }

    /** Writes the value and leaves the writer open. */
    public static void write(Writer out, Object value) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            put(json, value);
        }
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the rows of a file one by one. */
    public interface Row {
        /**
         * One row.
         *
         * @param array the name of the array that holds it
         * @param cells its members as text; null, left out and "" are all ""
         * @param line where it begins, from 1
         */
        void read(String array, Map<String, String> cells, int line);
    }

    /**
     * Reads one object whose members are arrays of flat objects, without ever holding all of it.
     *
     * @throws IllegalArgumentException with what is wrong, if it is anything else
     */
    public static void rows(Reader in, Row reader) {
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var array = json.currentName();
                expect(json, json.nextToken(), JsonToken.START_ARRAY);
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    int line = json.currentTokenLocation().getLineNr();
                    reader.read(array, cells(json), line);
                }
                expect(json, json.currentToken(), JsonToken.END_ARRAY);
            }
            expect(json, json.currentToken(), JsonToken.END_OBJECT);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new IllegalArgumentException(
                    (at == null ? "1" : at.getLineNr()) + ": is no JSON of stretch (" + e.getOriginalMessage() + ")",
                    e);
        }
    }

    private static Map<String, String> cells(JsonParser json) {
        var cells = new LinkedHashMap<String, String>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var value = json.nextToken();
            if (value == JsonToken.START_ARRAY || value == JsonToken.START_OBJECT) {
                expect(json, value, JsonToken.VALUE_STRING);
            }
            cells.put(name, value == JsonToken.VALUE_NULL ? "" : json.getString());
        }
        return cells;
    }

    private static void expect(JsonParser json, @Nullable JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw new IllegalArgumentException(
                    json.currentTokenLocation().getLineNr()
                            + ": is no JSON of stretch; it is {\"sessions\":[...]} or {\"steps\":[...]} as 'stretch export' writes");
        }
    }

    private static void put(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Optional<?> optional) {
            put(json, optional.orElse(null));
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
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof java.math.BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            string(json, String.valueOf(value));
        }
    }

    /** JSON may end up on a terminal: what could steer one is written as an escape, which means the same. */
    private static void string(JsonGenerator json, String text) {
        if (text.chars().noneMatch(c -> Visible.isHazard(c))) {
            json.writeString(text);
            return;
        }
        var escaped = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else if (c < ' ' || (Visible.isHazard(c) && !Character.isSurrogate((char) c))) {
                escaped.append(String.format("\\u%04X", c));
            } else {
                escaped.append((char) c);
            }
        });
        json.writeRawValue(escaped.append('"').toString());
    }
}
