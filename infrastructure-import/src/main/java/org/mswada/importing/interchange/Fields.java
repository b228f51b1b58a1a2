package org.mswada.importing.interchange;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mswada.domain.sponsor.ExternalIdentifier;

/**
 * The members of an object that has its shape.
 *
 * @param members the members
 */
record Fields(Json.Members members) {
    static Fields of(Json value) {
        return new Fields((Json.Members) value);
    }

    String text(String name) {
        return Objects.requireNonNull(optionalText(name), name);
    }

    @Nullable
    String optionalText(String name) {
        return value(name).map(value -> ((Json.Text) value).value()).orElse(null);
    }

    LocalDate day(String name) {
        return LocalDate.parse(text(name));
    }

    @Nullable
    LocalDate optionalDay(String name) {
        String text = optionalText(name);
        return text == null ? null : LocalDate.parse(text);
    }

    @Nullable
    OffsetDateTime optionalMoment(String name) {
        String text = optionalText(name);
        return text == null ? null : OffsetDateTime.parse(text);
    }

    <E extends Enum<E>> E choice(String name, Class<E> values) {
        return Objects.requireNonNull(optionalChoice(name, values), name);
    }

    <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> values) {
        String text = optionalText(name);
        return text == null ? null : Enum.valueOf(values, text.toUpperCase(Locale.ROOT));
    }

    /** Returns the items of a list, none where it is left out. */
    List<Json> items(String name) {
        return value(name).map(value -> ((Json.Array) value).items()).orElse(List.of());
    }

    List<String> texts(String name) {
        return items(name).stream().map(item -> ((Json.Text) item).value()).toList();
    }

    Optional<Fields> object(String name) {
        return value(name).map(Fields::of);
    }

    @Nullable
    Boolean optionalTruth(String name) {
        return value(name).map(value -> ((Json.Truth) value).value()).orElse(null);
    }

    /** Returns a list of identifiers without repetitions; each repetition is a problem. */
    List<ExternalIdentifier> identifiers(String name, Problems problems) {
        List<ExternalIdentifier> identifiers = items(name).stream().map(item -> of(item).identifier()).toList();
        RepeatedItems.check(identifiers, name, problems);
        return identifiers.stream().distinct().toList();
    }

    /** Returns the identifier that the object is. */
    ExternalIdentifier identifier() {
        return new ExternalIdentifier(text("scheme"), text("identifier"));
    }

    private Optional<Json> value(String name) {
        return Optional.ofNullable(members.byName().get(name)).filter(value -> !(value instanceof Json.Null));
    }
}
