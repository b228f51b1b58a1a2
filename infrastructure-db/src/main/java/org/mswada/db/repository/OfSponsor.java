package org.mswada.db.repository;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mswada.domain.sponsor.SponsorId;

/**
 * Something that belongs to a sponsor.
 *
 * @param sponsor the sponsor
 * @param part what belongs to it
 */
record OfSponsor<T>(SponsorId sponsor, T part) {
    static <T> Map<SponsorId, List<T>> bySponsor(List<OfSponsor<T>> parts) {
        return parts.stream().collect(Collectors.groupingBy(OfSponsor::sponsor, LinkedHashMap::new,
                Collectors.mapping(OfSponsor::part, Collectors.toList())));
    }
}
