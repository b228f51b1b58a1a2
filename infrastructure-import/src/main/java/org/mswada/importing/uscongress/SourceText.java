package org.mswada.importing.uscongress;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

import org.mswada.importing.lines.StorableText;

/** Checks that fields are there and hold what can be stored. */
final class SourceText {
    private static final int DATE_LENGTH = 10;

    private SourceText() {}

    static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new BrokenRecordException(field, "is missing");
        }
        return value;
    }

    static String required(@Nullable String text, String field) {
        String present = storable(present(text, field), field);
        if (present.isBlank()) {
            throw new BrokenRecordException(field, "is blank");
        }
        return present;
    }

    /** Returns the text, or null for one that is missing or blank. */
    static @Nullable String optional(@Nullable String text, String field) {
        return text == null || text.isBlank() ? null : storable(text, field);
    }

    static LocalDate date(@Nullable String text, String field) {
        String date = required(text, field);
        try {
            // Without the length, years of more than four digits and years before Christ would be dates too.
            if (date.length() == DATE_LENGTH && LocalDate.parse(date).getYear() > 0) {
                return LocalDate.parse(date);
            }
        } catch (DateTimeParseException e) {
            throw notADate(date, field);
        }
        throw notADate(date, field);
    }

    static @Nullable LocalDate optionalDate(@Nullable String text, String field) {
        return text == null ? null : date(text, field);
    }

    private static BrokenRecordException notADate(String text, String field) {
        return new BrokenRecordException(field, "is '" + text + "', which is not a date like 2013-04-11");
    }

    private static String storable(String text, String field) {
        String trouble = StorableText.trouble(text);
        if (trouble != null) {
            throw new BrokenRecordException(field, trouble);
        }
        return text;
    }
}
