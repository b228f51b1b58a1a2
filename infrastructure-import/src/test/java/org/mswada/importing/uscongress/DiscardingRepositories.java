package org.mswada.importing.uscongress;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillCreateResult;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillUpdate;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.sponsor.SponsorUpsertResult;
import org.mswada.domain.sponsor.SponsorWriteResult;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;

/** Repositories in which everything is new and nothing is found. */
final class DiscardingRepositories {
    private DiscardingRepositories() {}

    /** Bills, discarded by the storage. */
    record Bills(DiscardingStorage storage) implements BillWriteRepository {
        @Override
        public List<UpsertResult> upsertBatch(WriteSession session, List<BillContent> bills) {
            return storage.discard(bills);
        }

        @Override
        public List<BillCreateResult> createBatch(WriteSession session, List<BillContent> bills) {
            throw notOfAnImport();
        }

        @Override
        public List<BillWriteResult> updateBatch(WriteSession session, List<BillUpdate> updates) {
            throw notOfAnImport();
        }

        @Override
        public List<BillWriteResult> deleteBatch(WriteSession session, List<BillVersion> bills) {
            throw notOfAnImport();
        }

        @Override
        public BillWriteResult restore(WriteSession session, BillId id) {
            throw notOfAnImport();
        }

        @Override
        public BillWriteResult appendActions(WriteSession session, BillVersion bill, BillProgress progress,
                boolean irregular, List<BillAction> actions) {
            throw notOfAnImport();
        }

        @Override
        public BillWriteResult replaceSponsorships(WriteSession session, BillVersion bill,
                List<Sponsorship> sponsorships) {
            throw notOfAnImport();
        }

        @Override
        public int lapse(WriteSession session, SessionId legislativeSession, LocalDate on) {
            throw notOfAnImport();
        }

        private static UnsupportedOperationException notOfAnImport() {
            return new UnsupportedOperationException("an import only stores");
        }
    }

    /** Sponsors, each stored for the first time. */
    record Sponsors() implements SponsorRepository {
        @Override
        public Map<ExternalIdentifier, SponsorId> ensureAll(WriteSession session, List<NewSponsor> sponsors) {
            Map<ExternalIdentifier, SponsorId> ids = new HashMap<>();
            for (NewSponsor sponsor : sponsors) {
                sponsor.content().identifiers().forEach(identifier -> ids.put(identifier, sponsor.id()));
            }
            return ids;
        }

        @Override
        public List<SponsorUpsertResult> upsertBatch(WriteSession session, List<NewSponsor> sponsors) {
            return sponsors.stream().<SponsorUpsertResult>map(each -> new SponsorUpsertResult.Inserted(each.id()))
                    .toList();
        }

        @Override
        public SponsorWriteResult create(WriteSession session, NewSponsor sponsor) {
            return new SponsorWriteResult.Written(sponsor.id(), 1);
        }

        @Override
        public SponsorWriteResult update(WriteSession session, SponsorId id, SponsorContent content,
                int expectedVersion) {
            return new SponsorWriteResult.Missing();
        }

        @Override
        public Optional<Sponsor> findById(ReadSession session, SponsorId id) {
            return Optional.empty();
        }

        @Override
        public List<Sponsor> findByIds(ReadSession session, List<SponsorId> ids) {
            return List.of();
        }

        @Override
        public Optional<Sponsor> findByIdentifier(ReadSession session, ExternalIdentifier identifier) {
            return Optional.empty();
        }

        @Override
        public boolean isKnown(ReadSession session, ExternalIdentifier identifier) {
            return false;
        }

        @Override
        public Map<ExternalIdentifier, Sponsor> findByIdentifiers(ReadSession session,
                Collection<ExternalIdentifier> identifiers) {
            return Map.of();
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
        public void close(WriteSession session, SessionId legislativeSession, LocalDate on) {
            throw new UnsupportedOperationException("an import closes no session");
        }

        @Override
        public void ensureJurisdiction(WriteSession session, Jurisdiction jurisdiction) {
            // Everything is new, and nothing is kept.
        }

        @Override
        public boolean holdsNoneBut(ReadSession session, JurisdictionCode jurisdiction) {
            return true;
        }
    }
}
