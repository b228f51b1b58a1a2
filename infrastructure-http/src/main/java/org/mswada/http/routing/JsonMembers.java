package org.mswada.http.routing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mswada.http.problem.FieldError;
import org.mswada.http.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the members of a JSON object and collects all that is wrong with them, so that a client is told at once. A member
 * that nobody asked for by its name is an error, not something that is ignored. For one thread.
 */
public final class JsonMembers {
    private final JsonNode object;
    private final String pointer;
    private final List<FieldError> errors;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<JsonMembers> inner = new ArrayList<>();

    private JsonMembers(JsonNode object, String pointer, List<FieldError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** Reads a body, which has to be one object. */
    public static JsonMembers of(byte[] body) {
        JsonNode root = JsonText.read(body);
        if (!root.isObject()) {
            throw ProblemException.invalidBody(List.of(FieldError.ofMember("", "is " + JsonKinds.of(root)
                    + "; send an object")));
        }
        return new JsonMembers(root, "", new ArrayList<>());
    }

    /** Returns whether the member is there, be it null; a merge patch (RFC 7396) changes what is there. */
    public boolean has(String name) {
        known.add(name);
        return object.has(name);
    }

    /**
     * Reads a text.
     *
     * @param type makes something of it, or throws {@link IllegalArgumentException} with a message for the client
     * @return what {@code type} made of it; null if the member is absent, null or refused
     */
    public <T> @Nullable T text(String name, Function<String, T> type) {
        JsonNode value = value(name);
        return value == null ? null : textOf(value, pointer + "/" + escaped(name), type);
    }

    /** Reads a text that has to be there; null if it was refused. */
    public <T> @Nullable T requiredText(String name, Function<String, T> type) {
        require(name);
        return text(name, type);
    }

    /** Reads a full date of RFC 3339; null if it is absent, null or refused. */
    public @Nullable LocalDate date(String name) {
        return text(name, Days::read);
    }

    /** Reads a full date that has to be there; null if it was refused. */
    public @Nullable LocalDate requiredDate(String name) {
        return requiredText(name, Days::read);
    }

    /** Reads a list of texts; empty if it is absent or null. */
    public <T> List<T> texts(String name, Function<String, T> type) {
        List<T> read = new ArrayList<>();
        List<JsonNode> items = list(name);
        for (int index = 0; index < items.size(); index++) {
            T item = textOf(items.get(index), pointer + "/" + escaped(name) + "/" + index, type);
            if (item != null) {
                read.add(item);
            }
        }
        return read;
    }

    /** Reads a list of objects; empty if it is absent or null. */
    public List<JsonMembers> objects(String name) {
        List<JsonMembers> read = new ArrayList<>();
        List<JsonNode> items = list(name);
        for (int index = 0; index < items.size(); index++) {
            String place = pointer + "/" + escaped(name) + "/" + index;
            if (items.get(index).isObject()) {
                read.add(new JsonMembers(items.get(index), place, errors));
            } else {
                errors.add(FieldError.ofMember(place, "is " + JsonKinds.of(items.get(index)) + "; give an object"));
            }
        }
        inner.addAll(read);
        return read;
    }

    /** Reads true or false; null if it is absent, null or refused. */
    public @Nullable Boolean bool(String name) {
        JsonNode value = value(name);
        if (value == null || value.isBoolean()) {
            return value == null ? null : value.asBoolean();
        }
        refuse(name, "is " + JsonKinds.of(value) + "; give true or false");
        return null;
    }

    /** Notes that a member cannot be used. */
    public void refuse(String name, String message) {
        errors.add(FieldError.ofMember(pointer + "/" + escaped(name), message));
    }

    /** Returns whether nothing was refused so far. */
    public boolean isGood() {
        return errors.isEmpty();
    }

    /** Ends the request if anything was refused, or if there is a member that nobody asked for. */
    public void check() {
        refuseUnknown();
        if (!errors.isEmpty()) {
            throw refusal();
        }
    }

    /** Returns the problem that reports all that was refused so far. */
    public ProblemException refusal() {
        return ProblemException.invalidBody(errors);
    }

    private void refuseUnknown() {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                refuse(name, "there is no such member: allowed are " + String.join(", ", known));
            }
        }
        inner.forEach(JsonMembers::refuseUnknown);
    }

    private void require(String name) {
        if (!object.has(name) || object.get(name).isNull()) {
            refuse(name, "is missing");
        }
    }

    private @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private List<JsonNode> list(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            refuse(name, "is " + JsonKinds.of(value) + "; give a list");
            return List.of();
        }
        return value.valueStream().toList();
    }

    private <T> @Nullable T textOf(JsonNode value, String place, Function<String, T> type) {
        if (!value.isString()) {
            errors.add(FieldError.ofMember(place, "is " + JsonKinds.of(value) + "; give a text"));
            return null;
        }
        try {
            return type.apply(JsonKinds.storable(value.asString()));
        } catch (IllegalArgumentException refused) {
            errors.add(FieldError.ofMember(place, String.valueOf(refused.getMessage())));
            return null;
        }
    }

    /** RFC 6901, section 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
