package org.mswada.domain.legislature;

import java.time.ZoneId;

/**
 * A country, state or municipality that makes law.
 *
 * @param id its Open Civic Data identifier
 * @param code its short name in URLs
 * @param name its full name
 * @param classification what it is
 * @param timeZone the zone in which its dates are meant
 */
public record Jurisdiction(JurisdictionId id, JurisdictionCode code, String name, Classification classification,
        ZoneId timeZone) {
    /** What a jurisdiction is. */
    public enum Classification {
        COUNTRY, STATE, MUNICIPALITY
    }

    /** Refuses a blank name. */
    public Jurisdiction {
        if (name.isBlank()) {
            throw new IllegalArgumentException("jurisdiction " + id.value() + " has a blank name");
        }
    }
}
