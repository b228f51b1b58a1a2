package org.mswada.importing.uscongress;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** The registers in which members of Congress are named, as both kinds of file call them. */
enum LegislatorRegister {
    BIOGUIDE, THOMAS, GOVTRACK, ICPSR, OPENSECRETS, LIS, CSPAN, VOTESMART, BALLOTPEDIA, WIKIPEDIA, WIKIDATA;

    private static final int MAXIMUM_LENGTH = 128;

    String scheme() {
        return name().toLowerCase(Locale.ROOT);
    }

    String column() {
        return scheme() + "_id";
    }

    static List<ExternalIdentifier> identifiers(Lookup lookup) {
        return Stream.of(values()).flatMap(register -> {
            String identifier = lookup.find(register);
            return identifier == null || (identifier.length() > MAXIMUM_LENGTH && register != BIOGUIDE)
                    ? Stream.empty()
                    : Stream.of(new ExternalIdentifier(register.scheme(), identifier));
        }).toList();
    }

    /** Finds what a member is called in a register. */
    interface Lookup {
        @Nullable
        String find(LegislatorRegister register);
    }
}
