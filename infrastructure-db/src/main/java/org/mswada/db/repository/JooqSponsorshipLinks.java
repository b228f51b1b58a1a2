package org.mswada.db.repository;

import static org.mswada.db.execution.JooqSession.sql;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsorship.SponsorshipLinks;
import org.mswada.domain.sponsorship.SponsorshipPlace;
import org.mswada.domain.sponsorship.UnlinkedSponsorship;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Who is meant by printed names, found out in PostgreSQL. */
final class JooqSponsorshipLinks implements SponsorshipLinks {
    private static final String BY_IDENTIFIER = """
            with given as (
                select asked.bill_id, asked.ordinal, sponsor_identifier.sponsor_id, false as ambiguous, null as name
                from unnest({0}, {1}, {2}, {3}) as asked (bill_id, ordinal, scheme, identifier)
                join sponsor_identifier on sponsor_identifier.scheme = asked.scheme
                    and sponsor_identifier.identifier = asked.identifier),
            """;
    private static final String BY_NAME = """
            with given as (
                select * from unnest({0}, {1}, {2}, {3}, {4}) as asked (bill_id, ordinal, sponsor_id, ambiguous, name)),
            """;
    /** A sponsorship that is linked already stays, and so does one that an import has replaced since it was looked at. */
    private static final String SAYS_SOMETHING_ELSE = "sponsorship.sponsor_id is null "
            + "and (given.sponsor_id is not null or sponsorship.ambiguous <> given.ambiguous) "
            + "and sponsorship.name_as_printed = coalesce(given.name, sponsorship.name_as_printed)";
    /**
     * What a bill shows of its sponsorships is part of it, so each bill that comes to show something else is of a new version.
     * Bills are locked first, in the order in which imports lock them, so that both wait for each other instead of
     * deadlocking; of a bill that comes to show nothing else not even a lock is taken.
     */
    private static final String RECORD = """
            locked as (
                select id from bill where deleted_at is null and id in (
                    select sponsorship.bill_id from given join sponsorship using (bill_id, ordinal)
                    where %1$s)
                order by session_id, identifier_normalized for no key update),
            changed as (
                update sponsorship set sponsor_id = given.sponsor_id, ambiguous = given.ambiguous
                from given join locked on locked.id = given.bill_id
                where sponsorship.bill_id = given.bill_id and sponsorship.ordinal = given.ordinal and %1$s
                returning sponsorship.bill_id, sponsorship.sponsor_id),
            counted as (
                update bill set version = version + 1, updated_at = now() where id in (select bill_id from changed))
            select count(*) from changed where sponsor_id is not null""".formatted(SAYS_SOMETHING_ELSE);
    /**
     * Each name is folded once. Somebody of whom no membership is known may have served on any day; somebody of whom one is
     * known has served only then.
     */
    private static final String UNLINKED = """
            with asked as materialized (
                select sponsorship.bill_id, sponsorship.ordinal, sponsorship.name_as_printed,
                    coalesce(sponsorship.joined_on, bill.introduced_on) as day, jurisdiction.id as jurisdiction_id,
                    fold_names(array[sponsorship.name_as_printed]) as folded
                from sponsorship
                join bill on bill.id = sponsorship.bill_id and bill.deleted_at is null
                join legislative_session on legislative_session.id = bill.session_id
                join jurisdiction on jurisdiction.id = legislative_session.jurisdiction_id
                where sponsorship.sponsor_id is null and sponsorship.entity_type = 'PERSON' and jurisdiction.code = {0}
                    and (sponsorship.bill_id, sponsorship.ordinal) > ({1}, {2})
                order by sponsorship.bill_id, sponsorship.ordinal
                limit {3})
            select asked.bill_id, asked.ordinal, asked.name_as_printed, asked.day, array(
                select named.id
                -- The offset keeps other conditions out, so that the index of names is what finds them.
                from (select id, jurisdiction_id from sponsor where folded_names && asked.folded offset 0) named
                where named.jurisdiction_id = asked.jurisdiction_id and coalesce(
                    (select bool_or(start_date <= asked.day and coalesce(end_date, 'infinity') >= asked.day)
                        from sponsor_membership where sponsor_id = named.id), true)
                order by named.id limit {4}) as candidates
            from asked order by asked.bill_id, asked.ordinal""";

    @Inject
    JooqSponsorshipLinks() {}

    @Override
    public int linkByIdentifier(WriteSession session, Map<SponsorshipPlace, ExternalIdentifier> identifiers) {
        if (identifiers.isEmpty()) {
            return 0;
        }
        SponsorshipLinks.checkLimit(identifiers.size());
        List<Map.Entry<SponsorshipPlace, ExternalIdentifier>> rows = List.copyOf(identifiers.entrySet());
        return record(session, BY_IDENTIFIER,
                ArrayParameters.uuids(rows, row -> row.getKey().bill().value()),
                ArrayParameters.integers(rows, row -> row.getKey().ordinal()),
                ArrayParameters.texts(rows, row -> row.getValue().scheme()),
                ArrayParameters.texts(rows, row -> row.getValue().identifier()));
    }

    @Override
    public LinkStep linkByName(WriteSession session, JurisdictionCode jurisdiction, SponsorshipPlace after,
            int limit) {
        List<UnlinkedSponsorship> unlinked = unlinked(session, jurisdiction, after, limit);
        int linked = unlinked.isEmpty()
                ? 0
                : record(session, BY_NAME,
                        ArrayParameters.uuids(unlinked, each -> each.place().bill().value()),
                        ArrayParameters.integers(unlinked, each -> each.place().ordinal()),
                        ArrayParameters.uuids(unlinked, JooqSponsorshipLinks::meant),
                        ArrayParameters.booleans(unlinked, UnlinkedSponsorship::isAmbiguous),
                        ArrayParameters.texts(unlinked, UnlinkedSponsorship::nameAsPrinted));
        List<UnlinkedSponsorship> ambiguous = unlinked.stream().filter(UnlinkedSponsorship::isAmbiguous).toList();
        long unknown = unlinked.stream().filter(each -> each.candidates().isEmpty()).count();
        return new LinkStep(linked, ambiguous, Math.toIntExact(unknown),
                unlinked.size() < limit ? null : unlinked.getLast().place());
    }

    private static int record(WriteSession session, String given, Field<?>... columns) {
        return sql(session).fetch(given + RECORD, (Object[]) columns).getFirst().get(0, Integer.class);
    }

    private static @Nullable UUID meant(UnlinkedSponsorship sponsorship) {
        return sponsorship.candidates().size() == 1 ? sponsorship.candidates().getFirst().value() : null;
    }

    @Override
    public List<UnlinkedSponsorship> unlinked(ReadSession session, JurisdictionCode jurisdiction,
            SponsorshipPlace after, int limit) {
        return sql(session).resultQuery(UNLINKED, DSL.val(jurisdiction.value()), DSL.val(after.bill().value()),
                DSL.val(after.ordinal()), DSL.val(SponsorshipLinks.checkLimit(limit)),
                DSL.inline(UnlinkedSponsorship.MAXIMUM_CANDIDATES)).fetch(JooqSponsorshipLinks::unlinked);
    }

    private static UnlinkedSponsorship unlinked(Record row) {
        UUID[] candidates = row.get("candidates", UUID[].class);
        return new UnlinkedSponsorship(
                new SponsorshipPlace(new BillId(row.get("bill_id", UUID.class)), row.get("ordinal", Integer.class)),
                row.get("name_as_printed", String.class), row.get("day", LocalDate.class),
                Arrays.stream(candidates).map(SponsorId::new).toList());
    }
}
