package org.mswada.domain.sponsor;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Under which names a sponsor is known (in Popolo: name, given_name, family_name, other_names).
 *
 * @param full its name as it is usually shown
 * @param given the given name, of a person, where known
 * @param family the family name, of a person, where known
 * @param others other spellings and other names, in alphabetical order, none twice
 */
public record SponsorName(String full, @Nullable String given, @Nullable String family, List<String> others) {
    /** The most other names that a sponsor has. */
    public static final int MAXIMUM_OTHERS = 50;

    /** Refuses blank names and more than {@value #MAXIMUM_OTHERS} others; orders the others. */
    public SponsorName {
        checkNotBlank(full, "name");
        checkNotBlank(given, "given name");
        checkNotBlank(family, "family name");
        others.forEach(other -> checkNotBlank(other, "other name"));
        others = List.copyOf(new TreeSet<>(others));
        if (others.size() > MAXIMUM_OTHERS) {
            throw new IllegalArgumentException("sponsor '" + full + "' has " + others.size()
                    + " other names, at most " + MAXIMUM_OTHERS + " are kept: leave out the least used");
        }
    }

    /** A name that is known only as a whole. */
    public static SponsorName of(String full) {
        return new SponsorName(full, null, null, List.of());
    }

    /** Returns this name with what {@code source} says of it, whose parts count where it has them. */
    SponsorName supplementedBy(SponsorName source) {
        TreeSet<String> all = new TreeSet<>(others);
        all.addAll(source.others);
        all.add(full);
        all.remove(source.full);
        return new SponsorName(source.full, source.given == null ? given : source.given,
                source.family == null ? family : source.family, List.copyOf(all));
    }

    private static void checkNotBlank(@Nullable String name, String what) {
        if (name != null && name.isBlank()) {
            throw new IllegalArgumentException("a sponsor has a blank " + what);
        }
    }
}
