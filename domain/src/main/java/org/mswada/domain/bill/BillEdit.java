package org.mswada.domain.bill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person may change of a bill: all of it is replaced. Number, session and what follows from actions are not of these.
 *
 * @param classification what kind of measure it is
 * @param title its official title
 * @param shortTitle its short title
 * @param summary what it would do
 * @param subjects its subjects, the most important first, none twice
 * @param lawNumber the number of the law it became
 * @param context what is known around it
 */
public record BillEdit(BillClassification classification, String title, @Nullable String shortTitle,
        @Nullable String summary, List<String> subjects, @Nullable String lawNumber, BillContext context) {
    /** Refuses a blank title, and subjects that are blank or given twice; copies them. */
    public BillEdit {
        if (title.isBlank()) {
            throw new IllegalArgumentException("the title of a bill is blank");
        }
        subjects = List.copyOf(subjects);
        if (subjects.stream().anyMatch(String::isBlank) || subjects.stream().distinct().count() != subjects.size()) {
            throw new IllegalArgumentException("a subject of the bill is blank or given twice: " + subjects);
        }
    }

    /** Returns what there is to change of this bill, as it is. */
    public static BillEdit of(Bill bill) {
        return new BillEdit(bill.overview().classification(), bill.overview().title(), bill.overview().shortTitle(),
                bill.summary(), bill.subjects(), bill.lawNumber(), bill.context());
    }
}
