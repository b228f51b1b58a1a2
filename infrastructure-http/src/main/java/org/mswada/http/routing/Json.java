package org.mswada.http.routing;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API's JSON: snake_case names in the order of the record, absent values as null, dates as in RFC 3339, constants in
 * lower-case snake_case.
 */
public final class Json {
    /** The media type of what this class writes. */
    public static final String MEDIA_TYPE = "application/json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .build();

    private Json() {}

    /** Writes a view, a record made for the API, in UTF-8. */
    public static byte[] write(Object view) {
        return MAPPER.writeValueAsBytes(view);
    }
}
