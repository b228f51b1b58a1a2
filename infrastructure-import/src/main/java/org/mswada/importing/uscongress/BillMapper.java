package org.mswada.importing.uscongress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.mswada.application.importing.ImportedBill;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.BillProgress;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** Says a record in the terms of the domain. A record that cannot be said so is a {@link BrokenRecordException}. */
final class BillMapper {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private BillMapper() {}

    static ImportedBill bill(BillRecord bill) {
        BillType type = BillType.of(SourceText.required(bill.billType(), "bill_type"));
        List<BillAction> actions = ActionMapper.actions(SourceText.present(bill.actions(), "actions"));
        ImportedBill imported = new ImportedBill(Congress.UNITED_STATES,
                Congress.session(SourceText.required(bill.congress(), "congress")),
                BillIdentifier.of(type.name() + " " + number(bill)), type.classification(), type.chamber(),
                SourceText.required(bill.officialTitle(), "official_title"),
                SourceText.optional(bill.shortTitle(), "short_title"), summary(bill), subjects(bill),
                SourceText.date(bill.introducedAt(), "introduced_at"), lawNumber(bill.enactedAs()),
                context(bill), SponsorshipMapper.sponsorships(bill), actions, RelatedBillMapper.related(bill));
        checkStatus(bill, imported);
        return imported;
    }

    private static String number(BillRecord bill) {
        String number = SourceText.required(bill.number(), "number");
        if (!NUMBER.matcher(number).matches()) {
            throw new BrokenRecordException("number", "is '" + number + "', which is not a number from 1 to 999999");
        }
        return number;
    }

    /** The project that collected the records names each by its number and Congress, such as hr1531-113. */
    private static BillContext context(BillRecord bill) {
        String id = SourceText.optional(bill.billId(), "bill_id");
        return id == null
                ? BillContext.NONE
                : new BillContext(List.of(new ExternalIdentifier("us-congress", id)), List.of(), null, "{}");
    }

    private static @Nullable String summary(BillRecord bill) {
        BillRecord.Summary summary = bill.summary();
        return summary == null ? null : SourceText.optional(summary.text(), "summary.text");
    }

    /** The top term usually is one of the subjects too; the imported bill drops repetitions. */
    private static List<String> subjects(BillRecord bill) {
        List<@Nullable String> others = SourceText.present(bill.subjects(), "subjects");
        List<String> subjects = new ArrayList<>(others.size() + 1);
        String top = SourceText.optional(bill.subjectsTopTerm(), "subjects_top_term");
        if (top != null) {
            subjects.add(top);
        }
        for (int place = 0; place < others.size(); place++) {
            subjects.add(SourceText.required(others.get(place), "subjects[" + place + "]"));
        }
        return subjects;
    }

    /** Returns the law's number as it is cited: {@code Public Law 113-5}. */
    private static @Nullable String lawNumber(BillRecord.@Nullable Law law) {
        if (law == null) {
            return null;
        }
        String type = SourceText.required(law.lawType(), "enacted_as.law_type");
        String name = switch (type) {
            case "public" -> "Public Law ";
            case "private" -> "Private Law ";
            default -> throw new BrokenRecordException("enacted_as.law_type",
                    "is '" + type + "', which is neither public nor private");
        };
        return name + SourceText.required(law.congress(), "enacted_as.congress") + "-"
                + SourceText.required(law.number(), "enacted_as.number");
    }

    /** What would be shown is the status that follows from the actions, so a record that says another is not believed. */
    private static void checkStatus(BillRecord bill, ImportedBill imported) {
        String text = SourceText.required(bill.status(), "status");
        BillStatus said = SourceStatus.of(text);
        BillStatus followed = BillProgress.of(imported.introducedOn(), imported.actions()).status();
        if (said != followed) {
            throw new BrokenRecordException("status",
                    "is '" + text + "', that is " + said + ", but the actions lead to " + followed);
        }
    }
}
