package org.mswada.http.routing;

import tools.jackson.databind.JsonNode;

/** What kind of value something in JSON is, in words, and what of it can be stored. */
final class JsonKinds {
    private JsonKinds() {}

    static String of(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case BOOLEAN -> "true or false";
            case NULL -> "null";
            case NUMBER -> "a number";
            case OBJECT -> "an object";
            case STRING -> "a text";
            default -> "something else";
        };
    }

    /** Refuses what JSON can write and PostgreSQL cannot store: the character 0, and halves of surrogate pairs. */
    static String storable(String text) {
        boolean unstorable = text.codePoints()
                .anyMatch(character -> character == 0 || Character.getType(character) == Character.SURROGATE);
        if (unstorable) {
            throw new IllegalArgumentException("it holds U+0000 or half of a surrogate pair, which no text may");
        }
        return text;
    }
}
