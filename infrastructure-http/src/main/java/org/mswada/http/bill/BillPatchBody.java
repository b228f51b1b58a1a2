package org.mswada.http.bill;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillEdit;
import org.mswada.http.routing.JsonMembers;

/**
 * Reads a merge patch (RFC 7396) of a bill; the schema {@code BillPatch} of the OpenAPI file describes it. What is not in it
 * stays, what is null goes, and a list is replaced as a whole.
 */
final class BillPatchBody {
    private final JsonMembers body;

    private BillPatchBody(JsonMembers body) {
        this.body = body;
    }

    static UnaryOperator<BillEdit> read(JsonMembers members) {
        BillPatchBody body = new BillPatchBody(members);
        Function<BillEdit, BillClassification> classification = body.needed("classification",
                BillTexts.CLASSIFICATIONS, BillEdit::classification);
        Function<BillEdit, String> title = body.needed("title", BillTexts::title, BillEdit::title);
        Function<BillEdit, @Nullable String> shortTitle = body.optional("short_title", BillTexts::title,
                BillEdit::shortTitle);
        Function<BillEdit, @Nullable String> summary = body.optional("summary", BillTexts::longText,
                BillEdit::summary);
        Function<BillEdit, List<String>> subjects = body.lines("subjects", BillEdit::subjects);
        Function<BillEdit, @Nullable String> lawNumber = body.optional("law_number", BillTexts::line,
                BillEdit::lawNumber);
        Function<BillEdit, BillContext> context = body.context();
        members.check();
        return bill -> new BillEdit(classification.apply(bill), title.apply(bill), shortTitle.apply(bill),
                summary.apply(bill), subjects.apply(bill), lawNumber.apply(bill), context.apply(bill));
    }

    private Function<BillEdit, BillContext> context() {
        Function<BillEdit, List<String>> areas = lines("areas", bill -> bill.context().areas());
        Function<BillEdit, @Nullable String> sourceUrl = optional("source_url", BillTexts::url,
                bill -> bill.context().sourceUrl());
        return bill -> new BillContext(bill.context().identifiers(), areas.apply(bill), sourceUrl.apply(bill),
                bill.context().extras());
    }

    private <T> Function<BillEdit, T> needed(String name, Function<String, T> type, Function<BillEdit, T> stored) {
        if (!body.has(name)) {
            return stored;
        }
        T given = body.requiredText(name, type);
        return bill -> Objects.requireNonNull(given, "what was refused is not applied");
    }

    private <T> Function<BillEdit, @Nullable T> optional(String name, Function<String, T> type,
            Function<BillEdit, @Nullable T> stored) {
        if (!body.has(name)) {
            return stored;
        }
        T given = body.text(name, type);
        return bill -> given;
    }

    private Function<BillEdit, List<String>> lines(String name, Function<BillEdit, List<String>> stored) {
        if (!body.has(name)) {
            return stored;
        }
        List<String> given = BillTexts.lines(body, name);
        return bill -> given;
    }
}
