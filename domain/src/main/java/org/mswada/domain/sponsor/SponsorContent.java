package org.mswada.domain.sponsor;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;

/**
 * What is known of a sponsor.
 *
 * @param name under which names it is known
 * @param party its party, where it has one: the latest of its memberships
 * @param chamber the chamber it belongs to, where there is one
 * @param district the district it stands for, where there is one
 * @param roleTitle how it is addressed, such as {@code Rep.}
 * @param active whether it may sponsor bills today; null where a source does not say, but never of one that is stored
 * @param contact how it is reached
 * @param identifiers its names in other registers, by scheme and identifier, none twice
 * @param memberships where it sits and sat, in the order of time; no two begin on one day in one organization
 */
public record SponsorContent(SponsorName name, @Nullable String party, @Nullable Chamber chamber,
        @Nullable String district, @Nullable String roleTitle, @Nullable Boolean active, SponsorContact contact,
        List<ExternalIdentifier> identifiers, List<Membership> memberships) {
    private static final Comparator<ExternalIdentifier> BY_SCHEME = Comparator.comparing(ExternalIdentifier::scheme)
            .thenComparing(ExternalIdentifier::identifier);

    /** Refuses a membership that is there twice; orders identifiers and memberships. */
    public SponsorContent {
        if (party != null && party.isBlank()) {
            throw new IllegalArgumentException("sponsor '" + name.full() + "' has a blank party");
        }
        identifiers = identifiers.stream().distinct().sorted(BY_SCHEME).toList();
        memberships = memberships.stream().distinct().sorted(Membership.BY_TIME).toList();
        if (memberships.stream().map(Term::of).distinct().count() < memberships.size()) {
            throw new IllegalArgumentException("sponsor '" + name.full()
                    + "' has two memberships that begin on one day in one organization: keep the right one");
        }
    }

    /** All that a bill says of who sponsors it. */
    public static SponsorContent asPrinted(String name, @Nullable Chamber chamber, @Nullable String district,
            @Nullable String roleTitle, List<ExternalIdentifier> identifiers) {
        return new SponsorContent(SponsorName.of(name), null, chamber, district, roleTitle, null, SponsorContact.NONE,
                identifiers, List.of());
    }

    /**
     * Returns this with what {@code source} says: what it does not say stays, and what is known besides of names,
     * identifiers and memberships is kept, for no source has them all. Doing it again changes nothing.
     */
    public SponsorContent supplementedBy(SponsorContent source) {
        Set<ExternalIdentifier> allIdentifiers = new LinkedHashSet<>(identifiers);
        allIdentifiers.addAll(source.identifiers);
        Map<Term, Membership> allMemberships = new LinkedHashMap<>();
        memberships.forEach(membership -> allMemberships.put(Term.of(membership), membership));
        source.memberships.forEach(membership -> allMemberships.put(Term.of(membership), membership));
        return new SponsorContent(name.supplementedBy(source.name), orKept(source.party, party),
                orKept(source.chamber, chamber), orKept(source.district, district),
                orKept(source.roleTitle, roleTitle), orKept(source.active, active),
                new SponsorContact(orKept(source.contact.email(), contact.email()),
                        orKept(source.contact.phone(), contact.phone()), orKept(source.contact.url(), contact.url())),
                List.copyOf(allIdentifiers), List.copyOf(allMemberships.values()));
    }

    private static <T> @Nullable T orKept(@Nullable T said, @Nullable T kept) {
        return said == null ? kept : said;
    }

    /** Returns whether it may sponsor bills today: one of whom nobody says otherwise may. */
    public boolean isActive() {
        return active == null || active;
    }

    /** Returns this, no longer active. */
    public SponsorContent deactivated() {
        return withActive(false);
    }

    /** Returns this as it is stored, where each is active or is not: as {@code otherwise} says, if this does not say. */
    public SponsorContent activeOr(boolean otherwise) {
        return active == null ? withActive(otherwise) : this;
    }

    private SponsorContent withActive(boolean said) {
        return new SponsorContent(name, party, chamber, district, roleTitle, said, contact, identifiers, memberships);
    }

    /** What makes two memberships the same. */
    private record Term(LocalDate start, String organization) {
        static Term of(Membership membership) {
            return new Term(membership.start(), membership.organization());
        }
    }
}
