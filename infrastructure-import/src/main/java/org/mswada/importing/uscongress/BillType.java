package org.mswada.importing.uscongress;

import java.util.Arrays;
import java.util.Locale;

import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.legislature.Chamber;

/** The eight kinds of measure of Congress, named as they are printed before the number. */
enum BillType {
    HR(BillClassification.BILL, Chamber.LOWER), S(BillClassification.BILL, Chamber.UPPER),
    HJRES(BillClassification.JOINT_RESOLUTION, Chamber.LOWER),
    SJRES(BillClassification.JOINT_RESOLUTION, Chamber.UPPER),
    HCONRES(BillClassification.CONCURRENT_RESOLUTION, Chamber.LOWER),
    SCONRES(BillClassification.CONCURRENT_RESOLUTION, Chamber.UPPER),
    HRES(BillClassification.RESOLUTION, Chamber.LOWER),
    SRES(BillClassification.RESOLUTION, Chamber.UPPER);

    private final BillClassification classification;
    private final Chamber chamber;

    BillType(BillClassification classification, Chamber chamber) {
        this.classification = classification;
        this.chamber = chamber;
    }

    static BillType of(String text) {
        return Arrays.stream(values()).filter(type -> type.fileName().equals(text)).findFirst()
                .orElseThrow(() -> new BrokenRecordException("bill_type", "is '" + text + "', which is none of "
                        + String.join(", ", Arrays.stream(values()).map(BillType::fileName).toList())));
    }

    private String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }

    BillClassification classification() {
        return classification;
    }

    Chamber chamber() {
        return chamber;
    }
}
