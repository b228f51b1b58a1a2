package org.mswada.importing.interchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Says the shapes that the reader checks as a JSON Schema (draft 2020-12). */
final class InterchangeSchema {
    private InterchangeSchema() {}

    static String text() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A line of the Mswada interchange format, version " + Format.VERSION);
        List<Object> lines = new ArrayList<>();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("type", Format.HEADER);
        header.put("version", Format.VERSION);
        lines.add(Map.of("const", header));
        Arrays.stream(Format.values()).forEach(format -> lines.add(schema(format.shape())));
        schema.put("oneOf", lines);
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(schema)
                + "\n";
    }

    private static Map<String, Object> schema(Shape shape) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (shape) {
            case Shape.Text text -> {
                schema.put("type", "string");
                schema.put("pattern", "\\S");
                schema.put("maxLength", text.maximum());
            }
            case Shape.Choice choice -> schema.put("enum", choice.words());
            case Shape.Flag _ -> schema.put("type", "boolean");
            case Shape.Anything _ -> schema.put("type", "object");
            case Shape.Day _ -> {
                schema.put("type", "string");
                schema.put("format", "date");
            }
            case Shape.Moment _ -> {
                schema.put("type", "string");
                schema.put("format", "date-time");
            }
            case Shape.Items items -> {
                schema.put("type", "array");
                schema.put("items", schema(items.item()));
                if (items.least() > 0) {
                    schema.put("minItems", items.least());
                }
                if (items.most() < Integer.MAX_VALUE) {
                    schema.put("maxItems", items.most());
                }
            }
            case Shape.Members members -> members(schema, members);
        }
        return schema;
    }

    private static void members(Map<String, Object> schema, Shape.Members members) {
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("required", members.members().stream().filter(Shape.Member::required).map(Shape.Member::name)
                .toList());
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Shape.Member member : members.members()) {
            Map<String, Object> own = schema(member.shape());
            properties.put(member.name(),
                    member.required() ? own : Map.of("anyOf", List.of(own, Map.of("type", "null"))));
        }
        schema.put("properties", properties);
    }
}
