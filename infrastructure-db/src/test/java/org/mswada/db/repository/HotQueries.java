package org.mswada.db.repository;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mswada.db.query.PreparedQuery;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.ReadSession;

/** The reads that must be fast: what they are asked by callers, and the queries that this takes. */
final class HotQueries {
    static final BillFilter EVERY_FILTER = BillFilter.builder().jurisdiction(new JurisdictionCode("xx"))
            .session(new SessionIdentifier("2025")).statuses(Set.of(BillStatus.ENACTED, BillStatus.VETOED))
            .chamber(Chamber.UPPER).build();
    static final int LIMIT = 20;

    private static final BillRepository BILLS = new JooqBillRepository();

    private HotQueries() {}

    static List<PreparedQuery<?, ?>> all() {
        return List.of(BillQueries.FIND_BY_ID, BillQueries.FIND_BY_KEY, BillQueries.FIND_BY_IDS,
                BillQueries.FIND_BY_EXTERNAL_ID,
                BillLists.of(BillSort.INTRODUCED).shape(BillListing.of(BillFilter.ALL, null, LIMIT)),
                BillLists.of(BillSort.INTRODUCED).shape(BillListing.of(EVERY_FILTER, cursor(1), LIMIT)),
                BillChildQueries.SPONSORSHIPS, BillChildQueries.ACTIONS, BillChildQueries.RELATED,
                BillChildQueries.STATUS_STEPS, SponsorQueries.FIND,
                JooqLegislatureRepository.FIND_SESSION);
    }

    /** Every query that there is, in each of its shapes. */
    static Stream<PreparedQuery<?, ?>> inEveryShape() {
        List<PreparedQuery<?, ?>> every = new ArrayList<>(all());
        every.addAll(BillCounts.COUNT.samples());
        Arrays.stream(BillSort.values()).forEach(sort -> every.addAll(BillLists.of(sort).samples()));
        every.addAll(SponsorDirectoryQueries.LIST.samples());
        every.addAll(SponsoredBillQueries.BILLS.samples());
        every.addAll(UserQueries.LIST.samples());
        every.addAll(UserQueries.COUNT.samples());
        every.addAll(TrackingQueries.LIST.samples());
        every.addAll(TrackingQueries.FOLLOWERS.samples());
        every.addAll(List.of(UserQueries.FIND_BY_ID, UserQueries.FIND, UserQueries.FIND_BY_SUBJECT,
                UserQueries.FIND_BY_EMAIL, UserQueries.PROFILES));
        every.addAll(List.of(SponsorQueries.IDENTIFIERS, SponsorQueries.MEMBERSHIPS, SponsorQueries.FIND_ID,
                SponsorDirectoryQueries.MEMBERSHIPS_AT, SponsorDirectoryQueries.METRICS));
        return every.stream().distinct();
    }

    /** Asks all of them once, with values and numbers of values that differ from round to round. */
    static void ask(ReadSession session, int round) {
        BILLS.findById(session, bill(round));
        BILLS.findByKey(session, new BillKey(new JurisdictionCode("xx"), new SessionIdentifier("s" + round),
                BillIdentifier.of("HR " + round)));
        list(session, BillFilter.ALL, null, round);
        list(session, EVERY_FILTER, cursor(round), round);
        List<BillId> bills = Stream.generate(() -> bill(round)).limit(round + 1L).toList();
        BILLS.findByIds(session, bills);
        BILLS.findByExternalId(session, new ExternalIdentifier("test", "n" + round));
        BILLS.relatedBills(session, bills);
        BILLS.statusHistories(session, bills);
        BILLS.sponsorships(session, bills);
        BILLS.actions(session, bills);
        new JooqSponsorRepository().findById(session, new SponsorId(new UUID(0, round)));
        new JooqLegislatureRepository().findSession(session, new JurisdictionCode("xx"),
                new SessionIdentifier("s" + round));
    }

    private static void list(ReadSession session, BillFilter filter, @Nullable BillCursor after, int round) {
        BILLS.list(session, filter, BillSort.INTRODUCED, after, LIMIT + round);
    }

    private static BillId bill(int round) {
        return new BillId(new UUID(0, round));
    }

    private static BillCursor cursor(int round) {
        return new BillCursor(BillSort.INTRODUCED, EVERY_FILTER.fingerprint(),
                LocalDate.of(2025, 1, 1).plusDays(round).toEpochDay(), bill(round));
    }
}
