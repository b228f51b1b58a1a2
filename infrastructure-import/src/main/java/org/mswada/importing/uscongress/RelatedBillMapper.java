package org.mswada.importing.uscongress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.RelatedBill;
import org.mswada.domain.bill.RelationKind;

/** Lists the bills that a bill has to do with, in the file's order; some are listed twice, for two reasons. */
final class RelatedBillMapper {
    private static final Pattern BILL_ID = Pattern.compile("([a-z]+)([1-9][0-9]{0,5})-([0-9]{1,3})");

    private RelatedBillMapper() {}

    static List<RelatedBill> related(BillRecord bill) {
        List<BillRecord.@Nullable Related> records = bill.relatedBills() == null ? List.of() : bill.relatedBills();
        List<RelatedBill> related = new ArrayList<>(records.size());
        for (int place = 0; place < records.size(); place++) {
            try {
                related.add(related(place, SourceText.present(records.get(place), "")));
            } catch (BrokenRecordException e) {
                throw e.within("related_bills[" + place + "]");
            }
        }
        return related;
    }

    private static RelatedBill related(int place, BillRecord.Related record) {
        String id = SourceText.required(record.billId(), "bill_id");
        Matcher parts = BILL_ID.matcher(id);
        if (!parts.matches()) {
            throw new BrokenRecordException("bill_id", "is '" + id + "', which is not a bill like hr1531-113");
        }
        String reason = SourceText.optional(record.reason(), "reason");
        return new RelatedBill(place, Congress.session(parts.group(3)).identifier(),
                BillIdentifier.of(BillType.of(parts.group(1)).name() + " " + parts.group(2)), kind(reason), reason,
                null);
    }

    /** The other reasons, such as a rule for debate, are said by the reason itself. */
    private static RelationKind kind(@Nullable String reason) {
        return switch (reason == null ? "" : reason) {
            case "identical" -> RelationKind.IDENTICAL;
            case "supersedes" -> RelationKind.REPLACES;
            default -> RelationKind.RELATED;
        };
    }
}
