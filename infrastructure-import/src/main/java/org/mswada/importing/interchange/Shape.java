package org.mswada.importing.interchange;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a value of the format must be. */
sealed interface Shape {
    /**
     * Text that is not blank.
     *
     * @param maximum the most characters, as UTF-16 counts them
     * @param check throws an {@link IllegalArgumentException} that says what is wrong, for a text with a form of its own
     */
    record Text(int maximum, Consumer<String> check) implements Shape {
        static Text of(int maximum) {
            return new Text(maximum, text -> {});
        }
    }

    /** One of some words. */
    record Choice(List<String> words) implements Shape {
        static <E extends Enum<E>> Choice of(Class<E> values) {
            return new Choice(Stream.of(values.getEnumConstants()).map(Choice::word).toList());
        }

        static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT);
        }
    }

    /** True or false. */
    record Flag() implements Shape {}

    /** Any object. */
    record Anything() implements Shape {}

    /** A day, such as 2013-04-11. */
    record Day() implements Shape {}

    /** A moment with its offset, such as 2013-04-11T14:26:00-04:00. */
    record Moment() implements Shape {}

    /**
     * A list.
     *
     * @param item what each of its items is
     * @param least the least number of them
     * @param most the most of them
     */
    record Items(Shape item, int least, int most) implements Shape {
        static Items of(Shape item, int least) {
            return new Items(item, least, Integer.MAX_VALUE);
        }
    }

    /** An object. */
    record Members(List<Member> members) implements Shape {}

    /**
     * A member of an object. Where it is not required, null is the same as leaving it out.
     *
     * @param name its name
     * @param required whether it must be there
     * @param shape what it is
     */
    record Member(String name, boolean required, Shape shape) {
        static Member required(String name, Shape shape) {
            return new Member(name, true, shape);
        }

        static Member optional(String name, Shape shape) {
            return new Member(name, false, shape);
        }
    }
}
