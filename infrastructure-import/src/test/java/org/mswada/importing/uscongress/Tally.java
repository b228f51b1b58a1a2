package org.mswada.importing.uscongress;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.ImportedSponsorship;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.bill.StatusHistory;

/** Counts what is in the bills of one file, for comparison with the figures that others counted. */
final class Tally {
    final Map<String, Integer> counts = new TreeMap<>();
    final Map<BillStatus, Integer> statuses = new EnumMap<>(BillStatus.class);
    final Map<String, Integer> moves = new TreeMap<>();
    final Set<String> people = new HashSet<>();
    int longestActionText;
    int irregular;

    static Tally sum(Collection<Tally> tallies) {
        Tally sum = new Tally();
        for (Tally tally : tallies) {
            tally.counts.forEach((name, count) -> sum.counts.merge(name, count, Integer::sum));
            tally.statuses.forEach((status, count) -> sum.statuses.merge(status, count, Integer::sum));
            tally.moves.forEach((move, count) -> sum.moves.merge(move, count, Integer::sum));
            sum.irregular += tally.irregular;
            sum.people.addAll(tally.people);
            sum.longestActionText = Math.max(sum.longestActionText, tally.longestActionText);
        }
        return sum;
    }

    BillStatus add(ImportedBill bill) {
        count("bills", 1);
        count("actions", bill.actions().size());
        count("actions_exact_duplicates", duplicates(bill.actions()));
        count("bills_without_actions", bill.actions().isEmpty() ? 1 : 0);
        count("subject_tags", bill.subjects().size());
        count("related_bill_links", bill.related().size());
        count("with_summary", bill.summary() == null ? 0 : 1);
        bill.sponsorships().forEach(this::add);
        walk(bill.actions());
        BillStatus status = BillProgress.of(bill.introducedOn(), bill.actions()).status();
        statuses.merge(status, 1, Integer::sum);
        irregular += StatusHistory.of(bill.originChamber(), bill.introducedOn(), bill.actions()).isIrregular() ? 1 : 0;
        return status;
    }

    private void add(ImportedSponsorship sponsorship) {
        count(sponsorship.role() == SponsorshipRole.PRIMARY ? "primary_sponsorships" : "cosponsor_rows", 1);
        count("cosponsorships_withdrawn", sponsorship.withdrawnOn() == null ? 0 : 1);
        people.add(sponsorship.sponsor().identifier().identifier());
    }

    private static int duplicates(List<BillAction> actions) {
        Set<String> seen = new HashSet<>();
        int duplicates = 0;
        for (BillAction action : actions) {
            String moment = action.occurredAt() == null
                    ? action.occurredOn().toString()
                    : action.occurredAt().toString();
            duplicates += seen.add(moment + action.text()) ? 0 : 1;
        }
        return duplicates;
    }

    private void walk(List<BillAction> actions) {
        BillStatus status = BillStatus.INTRODUCED;
        for (BillAction action : actions) {
            longestActionText = Math.max(longestActionText, action.text().length());
            if (action.assertedStatus() != null && action.assertedStatus() != status) {
                moves.merge(status + ">" + action.assertedStatus(), 1, Integer::sum);
                status = action.assertedStatus();
            }
        }
    }

    private void count(String name, int more) {
        counts.merge(name, more, Integer::sum);
    }
}
