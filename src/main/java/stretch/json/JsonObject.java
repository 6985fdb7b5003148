package stretch.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An object of JSON: its members, in the order in which they are put. */
public final class JsonObject {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /** Puts a member; {@link Json} says what its value may be. */
    public JsonObject put(String key, @Nullable Object value) {
        members.put(key, value);
        return this;
    }

    /** Puts all members of another object behind those of this one. */
    public JsonObject putAll(JsonObject other) {
        members.putAll(other.members);
        return this;
    }

    /** Puts a list: what {@code form} makes of each thing. */
    public <T> JsonObject put(String key, Collection<? extends T> things, Function<T, ?> form) {
        return put(key, things.stream().map(form).toList());
    }

    /** Puts a member that is left out where there is nothing to say. */
    public JsonObject putIfPresent(String key, Optional<?> value) {
        value.ifPresent(it -> put(key, it));
        return this;
    }

    public @Nullable Object member(String key) {
        return members.get(key);
    }

    Map<String, @Nullable Object> members() {
        return members;
    }
}
