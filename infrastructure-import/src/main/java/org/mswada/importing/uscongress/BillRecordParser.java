package org.mswada.importing.uscongress;

import java.util.Collection;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.mswada.importing.lines.Utf8;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads the JSON of one record: valid UTF-8, valid JSON, every field of its own type. */
final class BillRecordParser {
    /** Where a list or object began: the JSON parser does not know it, and says so at length. */
    private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at \\[Source: [^\\]]*\\]\\)");

    private final ObjectReader reader = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build().readerFor(BillRecord.class);
    private final Utf8 utf8 = new Utf8();

    BillRecord parse(byte[] bytes, int length) {
        checkUtf8(bytes, length);
        try {
            @Nullable
            BillRecord bill = reader.readValue(bytes, 0, length);
            if (bill == null) {
                throw new BrokenRecordException("the line is JSON null, not an object");
            }
            return bill;
        } catch (MismatchedInputException e) {
            throw mismatch(e);
        } catch (JacksonException e) {
            throw new BrokenRecordException(
                    "the line is not valid JSON at column " + column(e) + ": " + message(e));
        }
    }

    private void checkUtf8(byte[] bytes, int length) {
        int invalid = utf8.firstInvalid(bytes, length);
        if (invalid > 0) {
            throw new BrokenRecordException("the line is not valid UTF-8 at byte " + invalid);
        }
    }

    private static BrokenRecordException mismatch(MismatchedInputException e) {
        String field = path(e);
        if (field.isEmpty()) {
            return new BrokenRecordException(
                    "the line is not one JSON object, see column " + column(e) + ": " + message(e));
        }
        return new BrokenRecordException(field,
                "has a wrong type at column " + column(e) + ": " + expected(e.getTargetType()) + " is expected");
    }

    private static String path(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        return type != null && Collection.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String message(JacksonException e) {
        return START_MARKER.matcher(e.getOriginalMessage()).replaceAll("");
    }

    private static int column(JacksonException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
    }
}
