package org.mswada.domain.bill;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.SessionId;

/**
 * All that a source says of a bill, ready to be stored.
 *
 * @param newId the identifier that the bill takes if it is new
 * @param session the session it belongs to
 * @param identifier its number
 * @param classification what kind of measure it is
 * @param originChamber where it was introduced
 * @param title its official title
 * @param shortTitle its short title
 * @param summary what it would do
 * @param subjects its subjects, the most important first, none twice
 * @param progress where it is and why
 * @param lawNumber the number of the law it became
 * @param context what is known around it
 * @param sponsorships its sponsorships in the source's order
 * @param actions its actions in the source's order
 * @param related the bills it relates to, in the source's order
 * @param hash equal for equal content
 */
public record BillContent(BillId newId, SessionId session, BillIdentifier identifier, BillClassification classification,
        Chamber originChamber, String title, @Nullable String shortTitle, @Nullable String summary,
        List<String> subjects, BillProgress progress, @Nullable String lawNumber, BillContext context,
        List<Sponsorship> sponsorships, List<BillAction> actions, List<RelatedBill> related, ContentHash hash) {
    /** Refuses a blank title and copies the lists. */
    public BillContent {
        if (title.isBlank()) {
            throw new IllegalArgumentException("bill " + identifier.printed() + " has a blank title");
        }
        subjects = List.copyOf(subjects);
        sponsorships = List.copyOf(sponsorships);
        actions = List.copyOf(actions);
        related = List.copyOf(related);
    }

    /** Returns whether its actions made a move that the status machine does not know. */
    public boolean irregular() {
        return StatusHistory.of(originChamber, progress.introducedOn(), actions).isIrregular();
    }
}
