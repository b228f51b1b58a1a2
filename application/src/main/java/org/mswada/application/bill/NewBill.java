package org.mswada.application.bill;

import java.time.LocalDate;
import java.util.List;
import org.mswada.domain.bill.BillEdit;
import org.mswada.domain.bill.BillKey;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.legislature.Chamber;

/**
 * A bill that a person introduces.
 *
 * @param key its session and number
 * @param originChamber where it is introduced
 * @param introducedOn when it is introduced
 * @param content what it is
 * @param sponsorships who sponsors it
 */
public record NewBill(BillKey key, Chamber originChamber, LocalDate introducedOn, BillEdit content,
        List<Sponsorship> sponsorships) {
    /** Copies the sponsorships. */
    public NewBill {
        sponsorships = List.copyOf(sponsorships);
    }
}
