package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares JSON with a schema of the OpenAPI file: names both ways, types, constants. It knows what that file uses. */
final class SchemaCheck {
    private final JsonNode file;

    SchemaCheck(JsonNode file) {
        this.file = file;
    }

    void check(JsonNode json, String schema, String place) {
        check(json, file.at("/components/schemas/" + schema), place);
    }

    private void check(JsonNode json, JsonNode schema, String place) {
        if (schema.has("$ref")) {
            check(json, file.at(schema.get("$ref").asString().substring(1)), place);
        } else if (schema.has("oneOf")) {
            // In this file always: this schema, or null.
            if (!json.isNull()) {
                check(json, schema.get("oneOf").get(0), place);
            }
        } else if (json.isObject()) {
            checkObject(json, schema, place);
        } else {
            checkType(json, schema, place);
        }
    }

    private void checkObject(JsonNode json, JsonNode schema, String place) {
        Map<String, JsonNode> properties = new TreeMap<>();
        Set<String> required = new TreeSet<>();
        collect(schema, properties, required);
        assertThat(json.propertyNames()).as(place).containsExactlyInAnyOrderElementsOf(properties.keySet());
        assertThat(required).as(place).isEqualTo(properties.keySet());
        properties.forEach((name, property) -> check(json.get(name), property, place + "/" + name));
    }

    private void collect(JsonNode schema, Map<String, JsonNode> properties, Set<String> required) {
        JsonNode resolved = schema.has("$ref") ? file.at(schema.get("$ref").asString().substring(1)) : schema;
        resolved.path("allOf").forEach(part -> collect(part, properties, required));
        resolved.path("properties").properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue()));
        resolved.path("required").forEach(name -> required.add(name.asString()));
    }

    private void checkType(JsonNode json, JsonNode schema, String place) {
        JsonNode type = schema.get("type");
        Set<String> allowed = type.isArray()
                ? type.valueStream().map(JsonNode::asString).collect(Collectors.toSet())
                : Set.of(type.asString());
        String actual = switch (json.getNodeType()) {
            case NULL -> "null";
            case STRING -> "string";
            case NUMBER -> json.isIntegralNumber() ? "integer" : "number";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            default -> "unknown";
        };
        assertThat(allowed).as(place).contains(actual);
        if (schema.has("enum")) {
            assertThat(schema.get("enum").valueStream()).as(place).contains(json);
        }
        if (json.isArray()) {
            json.forEach(item -> check(item, schema.get("items"), place + "/items"));
        }
    }
}
