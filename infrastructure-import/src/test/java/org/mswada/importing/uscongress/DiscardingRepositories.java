package org.mswada.importing.uscongress;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.Bill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillRepository;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Repositories in which everything is new and nothing is found. */
final class DiscardingRepositories {
    private DiscardingRepositories() {}

    /** Bills, discarded by the storage. */
    record Bills(DiscardingStorage storage) implements BillRepository {
        @Override
        public List<UpsertResult> upsertBatch(WriteSession session, List<BillContent> bills) {
            return storage.discard(bills);
        }

        @Override
        public Optional<Bill> findById(ReadSession session, BillId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Bill> findByKey(ReadSession session, BillKey key) {
            return Optional.empty();
        }

        @Override
        public BillPage list(ReadSession session, BillFilter filter, @Nullable BillCursor after, int limit) {
            return new BillPage(List.of(), null);
        }

        @Override
        public Map<BillId, List<Sponsorship>> sponsorships(ReadSession session, Collection<BillId> bills) {
            return Map.of();
        }

        @Override
        public Map<BillId, List<BillAction>> actions(ReadSession session, Collection<BillId> bills) {
            return Map.of();
        }
    }

    /** Sponsors, each stored for the first time. */
    record Sponsors() implements SponsorRepository {
        @Override
        public Optional<Sponsor> findByIdentifier(ReadSession session, ExternalIdentifier identifier) {
            return Optional.empty();
        }

        @Override
        public Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<Sponsor> sponsors) {
            Map<ExternalIdentifier, SponsorId> ids = new HashMap<>();
            for (Sponsor sponsor : sponsors) {
                sponsor.identifiers().forEach(identifier -> ids.put(identifier, sponsor.id()));
            }
            return ids;
        }

        @Override
        public Optional<Sponsor> findById(ReadSession session, SponsorId id) {
            return Optional.empty();
        }
    }

    /** Sessions, each stored for the first time. */
    record Legislatures() implements LegislatureRepository {
        @Override
        public SessionId ensureSession(WriteSession session, Jurisdiction jurisdiction,
                LegislativeSession legislativeSession, SessionId newId) {
            return newId;
        }

        @Override
        public Optional<SessionId> findSession(ReadSession session, JurisdictionCode jurisdiction,
                SessionIdentifier identifier) {
            return Optional.empty();
        }

        @Override
        public boolean holdsNoneBut(ReadSession session, JurisdictionCode jurisdiction) {
            return true;
        }
    }
}
