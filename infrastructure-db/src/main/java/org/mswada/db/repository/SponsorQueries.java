package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.JURISDICTION;
import static org.mswada.db.generated.Tables.SPONSOR;
import static org.mswada.db.generated.Tables.SPONSOR_IDENTIFIER;
import static org.mswada.db.generated.Tables.SPONSOR_MEMBERSHIP;
import static org.mswada.db.query.PreparedQuery.prepare;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mswada.db.query.PreparedQuery;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Membership;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.ReadSession;

/** How whole sponsors are found: by three queries, however many they are. */
final class SponsorQueries {
    static final PreparedQuery<Collection<SponsorId>, Sponsor> FIND = prepare("sponsor.find",
            (sql, in) -> sql.select(SponsorColumns.OF_SPONSOR)
                    .from(SPONSOR)
                    .join(JURISDICTION).on(JURISDICTION.ID.eq(SPONSOR.JURISDICTION_ID))
                    .where(SPONSOR.ID.eq(in.anyOf(SPONSOR.ID, ids -> ids))),
            SponsorColumns::sponsor);

    static final PreparedQuery<Collection<SponsorId>, OfSponsor<ExternalIdentifier>> IDENTIFIERS = prepare(
            "sponsor.identifiers",
            (sql, in) -> sql
                    .select(SPONSOR_IDENTIFIER.SPONSOR_ID, SPONSOR_IDENTIFIER.SCHEME, SPONSOR_IDENTIFIER.IDENTIFIER)
                    .from(SPONSOR_IDENTIFIER)
                    .where(SPONSOR_IDENTIFIER.SPONSOR_ID.eq(in.anyOf(SPONSOR_IDENTIFIER.SPONSOR_ID, ids -> ids))),
            SponsorColumns::identifier);

    static final PreparedQuery<Collection<SponsorId>, OfSponsor<Membership>> MEMBERSHIPS = prepare(
            "sponsor.memberships",
            (sql, in) -> sql.select(SponsorColumns.OF_MEMBERSHIP)
                    .from(SPONSOR_MEMBERSHIP)
                    .where(SPONSOR_MEMBERSHIP.SPONSOR_ID.eq(in.anyOf(SPONSOR_MEMBERSHIP.SPONSOR_ID, ids -> ids))),
            SponsorColumns::membership);

    static final PreparedQuery<ExternalIdentifier, SponsorId> FIND_ID = prepare("sponsor.find-by-identifier",
            (sql, in) -> sql.select(SPONSOR_IDENTIFIER.SPONSOR_ID)
                    .from(SPONSOR_IDENTIFIER)
                    .where(SPONSOR_IDENTIFIER.SCHEME
                            .eq(in.value(SPONSOR_IDENTIFIER.SCHEME, ExternalIdentifier::scheme)))
                    .and(SPONSOR_IDENTIFIER.IDENTIFIER
                            .eq(in.value(SPONSOR_IDENTIFIER.IDENTIFIER, ExternalIdentifier::identifier))),
            SponsorColumns::id);

    private SponsorQueries() {}

    static List<Sponsor> find(ReadSession session, List<SponsorId> ids) {
        Map<SponsorId, Sponsor> found = new HashMap<>();
        FIND.list(session, ids).forEach(sponsor -> found.put(sponsor.id(), sponsor));
        if (found.isEmpty()) {
            return List.of();
        }
        Map<SponsorId, List<ExternalIdentifier>> identifiers = OfSponsor.bySponsor(IDENTIFIERS.list(session, ids));
        Map<SponsorId, List<Membership>> memberships = OfSponsor.bySponsor(MEMBERSHIPS.list(session, ids));
        return ids.stream().map(found::get).filter(Objects::nonNull)
                .map(sponsor -> whole(sponsor, identifiers.getOrDefault(sponsor.id(), List.of()),
                        memberships.getOrDefault(sponsor.id(), List.of())))
                .toList();
    }

    private static Sponsor whole(Sponsor sponsor, List<ExternalIdentifier> identifiers, List<Membership> memberships) {
        SponsorContent content = sponsor.content();
        return new Sponsor(sponsor.id(), sponsor.jurisdiction(),
                new SponsorContent(content.name(), content.party(), content.chamber(), content.district(),
                        content.roleTitle(), content.active(), content.contact(), identifiers, memberships),
                sponsor.version(), sponsor.createdAt(), sponsor.updatedAt());
    }
}
