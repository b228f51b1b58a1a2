package org.mswada.importing.interchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.mswada.importing.lines.ShortText;
import org.mswada.importing.lines.StorableText;

/** Compares a value with its shape and tells all that is wrong with it at once. */
final class Checker {
    private static final int DAY_LENGTH = 10;
    /** PostgreSQL keeps microseconds. */
    private static final int NANOS_OF_THE_LEAST = 1_000;

    private final Problems problems;

    Checker(Problems problems) {
        this.problems = problems;
    }

    void check(Shape shape, Json value, Pointer pointer) {
        switch (shape) {
            case Shape.Text text when value instanceof Json.Text given -> checkText(text, given.value(), pointer);
            case Shape.Choice choice when value instanceof Json.Text given ->
                checkChoice(choice, given.value(), pointer);
            case Shape.Day _ when value instanceof Json.Text given -> checkDay(given.value(), pointer);
            case Shape.Moment _ when value instanceof Json.Text given -> checkMoment(given.value(), pointer);
            case Shape.Flag _ when value instanceof Json.Truth -> {}
            case Shape.Anything _ when value instanceof Json.Members -> checkAnything(value, pointer);
            case Shape.Items items when value instanceof Json.Array given -> checkItems(items, given.items(), pointer);
            case Shape.Members members when value instanceof Json.Members given ->
                checkMembers(members, given.byName(), pointer);
            default -> problems.add(pointer, "is " + value.kind() + ": " + expected(shape) + " is expected");
        }
    }

    private static String expected(Shape shape) {
        return switch (shape) {
            case Shape.Items _ -> "a list";
            case Shape.Members _,Shape.Anything _ -> "an object";
            case Shape.Flag _ -> "true or false";
            default -> "text";
        };
    }

    private void checkText(Shape.Text shape, String text, Pointer pointer) {
        String trouble = StorableText.trouble(text);
        if (trouble != null) {
            problems.add(pointer, trouble);
        } else if (text.isBlank()) {
            problems.add(pointer, "is blank: leave it out, or say it");
        } else if (text.length() > shape.maximum()) {
            problems.add(pointer,
                    "has " + text.length() + " characters, and at most " + shape.maximum() + " are allowed");
        } else {
            checkForm(shape, text, pointer);
        }
    }

    private void checkForm(Shape.Text shape, String text, Pointer pointer) {
        try {
            shape.check().accept(text);
        } catch (IllegalArgumentException e) {
            problems.add(pointer, "is wrong: " + ShortText.of(String.valueOf(e.getMessage())));
        }
    }

    private void checkChoice(Shape.Choice choice, String word, Pointer pointer) {
        if (!choice.words().contains(word)) {
            problems.add(pointer, "is '" + ShortText.of(word) + "', which is none of "
                    + String.join(", ", choice.words()) + Nearest.guess(word, choice.words()));
        }
    }

    private void checkDay(String text, Pointer pointer) {
        try {
            // Without the length, years of more than four digits and years before Christ would be dates too.
            if (text.length() == DAY_LENGTH && LocalDate.parse(text).getYear() > 0) {
                return;
            }
        } catch (DateTimeException e) {
            // It is told below.
        }
        problems.add(pointer, "is '" + ShortText.of(text) + "', which is not a date like 2013-04-11");
    }

    private void checkMoment(String text, Pointer pointer) {
        try {
            if (text.indexOf('T') == DAY_LENGTH) {
                OffsetDateTime moment = OffsetDateTime.parse(text);
                if (moment.getYear() > 0 && moment.getNano() % NANOS_OF_THE_LEAST == 0) {
                    return;
                }
            }
        } catch (DateTimeException e) {
            // It is told below.
        }
        problems.add(pointer, "is '" + ShortText.of(text)
                + "', which is not a moment of whole microseconds with its offset like 2013-04-11T14:26:00-04:00");
    }

    /** What nobody reads has to be storable all the same. */
    private void checkAnything(Json value, Pointer pointer) {
        switch (value) {
            case Json.Text text -> checkStorable(text.value(), pointer);
            case Json.Numeral number when !Double.isFinite(Double.parseDouble(number.written())) ->
                problems.add(pointer, "is a number that is too large to be stored");
            case Json.Array array -> {
                for (int place = 0; place < array.items().size(); place++) {
                    checkAnything(array.items().get(place), pointer.item(place));
                }
            }
            case Json.Members members -> members.byName().forEach((name, member) -> {
                checkStorable(name, pointer.member(name));
                checkAnything(member, pointer.member(name));
            });
            default -> {}
        }
    }

    private void checkStorable(String text, Pointer pointer) {
        String trouble = StorableText.trouble(text);
        if (trouble != null) {
            problems.add(pointer, trouble);
        }
    }

    private void checkItems(Shape.Items shape, List<Json> items, Pointer pointer) {
        if (items.size() < shape.least()) {
            problems.add(pointer, "has " + items.size() + " items, and at least " + shape.least() + " are needed");
        }
        if (items.size() > shape.most()) {
            problems.add(pointer, "has " + items.size() + " items, and at most " + shape.most() + " are allowed");
        }
        for (int place = 0; place < items.size(); place++) {
            check(shape.item(), items.get(place), pointer.item(place));
        }
    }

    private void checkMembers(Shape.Members shape, Map<String, Json> members, Pointer pointer) {
        List<String> names = shape.members().stream().map(Shape.Member::name).toList();
        members.forEach((name, value) -> {
            int place = names.indexOf(name);
            if (place < 0) {
                problems.add(pointer.member(name), "is not a member of the format" + Nearest.guess(name, names));
            } else if (shape.members().get(place).required() || !(value instanceof Json.Null)) {
                check(shape.members().get(place).shape(), value, pointer.member(name));
            }
        });
        shape.members().stream().filter(member -> member.required() && !members.containsKey(member.name()))
                .forEach(member -> problems.add(pointer.member(member.name()), "is missing"));
    }
}
