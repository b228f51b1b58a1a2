package org.mswada.application.importing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.ContentHash;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.bill.StatusHistory;

/**
 * Hashes all that is stored of an imported bill, what was derived from it too: when a rule of derivation changes, every bill
 * that it touches is stored anew. Each part goes in with its length, so no two contents run together.
 */
final class ContentHasher {
    private static final byte[] ABSENT = {-1, -1, -1, -1};

    private final MessageDigest digest;

    private ContentHasher() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static ContentHash of(ImportedBill bill, BillProgress progress) {
        ContentHasher hasher = new ContentHasher();
        hasher.part(bill.identifier().printed()).part(bill.classification()).part(bill.originChamber())
                .part(bill.title()).part(bill.shortTitle()).part(bill.summary()).part(bill.introducedOn())
                .part(bill.lawNumber()).texts(bill.subjects());
        hasher.part(bill.sponsorships().size());
        bill.sponsorships().forEach(hasher::sponsorship);
        hasher.part(bill.actions().size());
        bill.actions().forEach(hasher::action);
        hasher.progress(progress);
        hasher.context(bill.context());
        hasher.part(bill.related().size());
        bill.related().forEach(hasher::related);
        hasher.part(StatusHistory.of(bill.originChamber(), bill.introducedOn(), bill.actions()).isIrregular());
        return new ContentHash(HexFormat.of().formatHex(hasher.digest.digest()));
    }

    private void sponsorship(ImportedSponsorship sponsorship) {
        ImportedSponsor sponsor = sponsorship.sponsor();
        part(sponsor == null ? null : sponsor.identifier().scheme());
        part(sponsor == null ? null : sponsor.identifier().identifier());
        part(sponsorship.nameAsPrinted()).part(sponsorship.entityType()).part(sponsorship.role())
                .part(sponsorship.joinedOn()).part(sponsorship.withdrawnOn());
    }

    private void action(BillAction action) {
        part(action.occurredOn()).part(action.occurredAt()).part(action.text()).texts(action.classes())
                .part(action.assertedStatus());
    }

    private void progress(BillProgress progress) {
        part(progress.status()).part(progress.statusSince()).part(progress.statusAction()).part(progress.introducedOn())
                .part(progress.latestActionOn()).part(progress.latestActionText());
    }

    private void context(BillContext context) {
        part(context.identifiers().size());
        context.identifiers().forEach(identifier -> part(identifier.scheme()).part(identifier.identifier()));
        texts(context.areas()).part(context.sourceUrl()).part(context.extras());
    }

    private void related(RelatedBill related) {
        part(related.session().value()).part(related.identifier().printed()).part(related.kind())
                .part(related.reason());
    }

    private ContentHasher texts(Collection<String> texts) {
        part(texts.size());
        texts.forEach(this::part);
        return this;
    }

    private ContentHasher part(@Nullable Object value) {
        if (value == null) {
            digest.update(ABSENT);
            return this;
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }
}
