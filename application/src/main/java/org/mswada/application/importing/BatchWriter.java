package org.mswada.application.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillWriteRepository;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.identity.IdSource;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.sponsor.SponsorContent;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.sponsor.SponsorRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** Stores a batch of imported bills, with the sessions and sponsors they name, in one transaction. */
public final class BatchWriter {
    private static final Operation STORE = Operation.write("bill.import");

    private final UnitOfWork units;
    private final LegislatureRepository legislatures;
    private final SponsorRepository sponsors;
    private final BillWriteRepository bills;
    private final IdSource ids;

    /** Writes to these repositories in units of {@code units}. */
    public BatchWriter(UnitOfWork units, LegislatureRepository legislatures, SponsorRepository sponsors,
            BillWriteRepository bills, IdSource ids) {
        this.units = units;
        this.legislatures = legislatures;
        this.sponsors = sponsors;
        this.bills = bills;
        this.ids = ids;
    }

    List<UpsertResult> write(List<ImportedBill> batch) {
        return units.write(STORE, session -> {
            Map<SessionKey, SessionId> sessions = ensureSessions(session, batch);
            Map<ExternalIdentifier, SponsorId> known = sponsors.ensureAll(session, sponsorsOf(batch));
            return bills.upsertBatch(session,
                    batch.stream().map(bill -> content(bill, sessions, known)).toList());
        });
    }

    private Map<SessionKey, SessionId> ensureSessions(WriteSession session, List<ImportedBill> batch) {
        Map<SessionKey, SessionId> found = new LinkedHashMap<>();
        for (ImportedBill bill : batch) {
            found.computeIfAbsent(SessionKey.of(bill), key -> legislatures.ensureSession(session, key.jurisdiction(),
                    key.session(), new SessionId(ids.next())));
        }
        return found;
    }

    private List<NewSponsor> sponsorsOf(List<ImportedBill> batch) {
        Map<ExternalIdentifier, NewSponsor> named = new LinkedHashMap<>();
        for (ImportedBill bill : batch) {
            for (ImportedSponsorship sponsorship : bill.sponsorships()) {
                ImportedSponsor sponsor = sponsorship.sponsor();
                if (sponsor != null) {
                    named.computeIfAbsent(sponsor.identifier(), identifier -> sponsor(bill, sponsor));
                }
            }
        }
        return List.copyOf(named.values());
    }

    private NewSponsor sponsor(ImportedBill bill, ImportedSponsor sponsor) {
        return new NewSponsor(new SponsorId(ids.next()), bill.jurisdiction().code(),
                SponsorContent.asPrinted(sponsor.name(), sponsor.chamber(), sponsor.district(), sponsor.roleTitle(),
                        List.of(sponsor.identifier())));
    }

    private BillContent content(ImportedBill bill, Map<SessionKey, SessionId> sessions,
            Map<ExternalIdentifier, SponsorId> known) {
        BillProgress progress = BillProgress.of(bill.introducedOn(), bill.actions());
        return new BillContent(new BillId(ids.next()), Objects.requireNonNull(sessions.get(SessionKey.of(bill))),
                bill.identifier(), bill.classification(), bill.originChamber(), bill.title(), bill.shortTitle(),
                bill.summary(), bill.subjects(), progress, bill.lawNumber(), bill.context(),
                sponsorships(bill, known), bill.actions(), bill.related(), ContentHasher.of(bill, progress));
    }

    private static List<Sponsorship> sponsorships(ImportedBill bill, Map<ExternalIdentifier, SponsorId> known) {
        List<Sponsorship> sponsorships = new ArrayList<>(bill.sponsorships().size());
        for (ImportedSponsorship imported : bill.sponsorships()) {
            ImportedSponsor sponsor = imported.sponsor();
            sponsorships.add(new Sponsorship(sponsorships.size(),
                    sponsor == null ? null : known.get(sponsor.identifier()), imported.nameAsPrinted(),
                    imported.entityType(), imported.role(), imported.joinedOn(), imported.withdrawnOn()));
        }
        return sponsorships;
    }

    /** A session with its jurisdiction. */
    private record SessionKey(Jurisdiction jurisdiction, LegislativeSession session) {
        static SessionKey of(ImportedBill bill) {
            return new SessionKey(bill.jurisdiction(), bill.session());
        }
    }
}
