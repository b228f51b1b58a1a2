package org.mswada.application.importing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.LegislativeSession;

/**
 * All that a source says of a bill.
 *
 * @param jurisdiction where it was introduced
 * @param session in which session
 * @param identifier under which number
 * @param classification what kind of measure it is
 * @param originChamber where it was introduced
 * @param title its official title
 * @param shortTitle its short title
 * @param summary what it would do
 * @param subjects its subjects, the most important first; repetitions are dropped
 * @param introducedOn the day it was introduced
 * @param lawNumber the number of the law it became
 * @param context what is known around it
 * @param sponsorships its sponsorships in the source's order
 * @param actions its actions; the sequence of each is its place in the list
 * @param related the bills it relates to; the ordinal of each is its place in the list
 */
public record ImportedBill(Jurisdiction jurisdiction, LegislativeSession session, BillIdentifier identifier,
        BillClassification classification, Chamber originChamber, String title, @Nullable String shortTitle,
        @Nullable String summary, List<String> subjects, LocalDate introducedOn, @Nullable String lawNumber,
        BillContext context, List<ImportedSponsorship> sponsorships, List<BillAction> actions,
        List<RelatedBill> related) implements ImportedRecord {
    /** The most characters of a subject: what an index of PostgreSQL takes, however many bytes each has. */
    public static final int MAXIMUM_SUBJECT = 500;

    /** Refuses a blank title, blank and too long subjects, and actions and related bills out of order; copies the lists. */
    public ImportedBill {
        if (title.isBlank()) {
            throw new IllegalArgumentException("bill " + identifier.printed() + " has a blank title");
        }
        subjects = subjects.stream().distinct().toList();
        if (subjects.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("bill " + identifier.printed() + " has a blank subject");
        }
        if (subjects.stream().anyMatch(subject -> subject.length() > MAXIMUM_SUBJECT)) {
            throw new IllegalArgumentException("bill " + identifier.printed() + " has a subject of more than "
                    + MAXIMUM_SUBJECT + " characters");
        }
        sponsorships = List.copyOf(sponsorships);
        actions = List.copyOf(actions);
        for (int place = 0; place < actions.size(); place++) {
            if (actions.get(place).sequence() != place) {
                throw new IllegalArgumentException("bill " + identifier.printed() + ": action at place " + place
                        + " has sequence " + actions.get(place).sequence());
            }
        }
        related = List.copyOf(related);
        for (int place = 0; place < related.size(); place++) {
            if (related.get(place).ordinal() != place) {
                throw new IllegalArgumentException("bill " + identifier.printed() + ": related bill at place " + place
                        + " has ordinal " + related.get(place).ordinal());
            }
        }
    }
}
