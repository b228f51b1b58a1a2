package org.mswada.importing.interchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mswada.importing.lines.Utf8;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of a line, and notices what JSON parsers let pass: names that come twice, and more than one value. */
final class JsonLine {
    private final JsonMapper mapper = JsonMapper.shared();
    private final Utf8 utf8 = new Utf8();

    /** Returns the line's value, or null when it has none; then the problems say why. */
    @Nullable
    Json read(byte[] bytes, int length, Problems problems) {
        int invalid = utf8.firstInvalid(bytes, length);
        if (invalid > 0) {
            problems.add(Pointer.WHOLE, "is not valid UTF-8 at byte " + invalid);
            return null;
        }
        try (JsonParser parser = mapper.createParser(bytes, 0, length)) {
            JsonToken first = parser.nextToken();
            Json value = value(parser, first, Pointer.WHOLE, problems);
            if (parser.nextToken() != null) {
                problems.add(Pointer.WHOLE, "holds more than one JSON value");
                return null;
            }
            return value;
        } catch (JacksonException e) {
            problems.add(Pointer.WHOLE, "is not valid JSON at column "
                    + (e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
            return null;
        }
    }

    private static Json value(JsonParser parser, JsonToken token, Pointer pointer, Problems problems) {
        return switch (token) {
            case START_OBJECT -> members(parser, pointer, problems);
            case START_ARRAY -> array(parser, pointer, problems);
            case VALUE_STRING -> new Json.Text(parser.getString());
            case VALUE_TRUE -> new Json.Truth(true);
            case VALUE_FALSE -> new Json.Truth(false);
            case VALUE_NULL -> new Json.Null();
            default -> new Json.Numeral(parser.getString());
        };
    }

    private static Json members(JsonParser parser, Pointer pointer, Problems problems) {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Pointer member = pointer.member(name);
            if (members.put(name, value(parser, parser.nextToken(), member, problems)) != null) {
                problems.add(member, "comes twice in its object");
            }
        }
        return new Json.Members(members);
    }

    private static Json array(JsonParser parser, Pointer pointer, Problems problems) {
        List<Json> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token, pointer.item(items.size()), problems));
        }
        return new Json.Array(items);
    }
}
