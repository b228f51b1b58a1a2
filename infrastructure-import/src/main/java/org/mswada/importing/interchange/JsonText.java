package org.mswada.importing.interchange;

import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/** Writes a JSON value; the same value always becomes the same text. */
final class JsonText {
    private JsonText() {}

    static String of(Json value) {
        return switch (value) {
            case Json.Text text -> quoted(text.value());
            case Json.Numeral number -> number.written();
            case Json.Truth truth -> Boolean.toString(truth.value());
            case Json.Null _ -> "null";
            case Json.Array array ->
                array.items().stream().map(JsonText::of).collect(Collectors.joining(",", "[", "]"));
            case Json.Members members -> members.byName().entrySet().stream()
                    .map(member -> quoted(member.getKey()) + ":" + of(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}
