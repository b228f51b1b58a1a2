package org.mswada.importing.uscongress;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillStatus;

/** Lists the actions in the file's order, which is the only true one: on one day, some have a time and some have not. */
final class ActionMapper {
    private static final int DATE_LENGTH = 10;

    private ActionMapper() {}

    static List<BillAction> actions(List<BillRecord.@Nullable Action> records) {
        List<BillAction> actions = new ArrayList<>(records.size());
        for (int place = 0; place < records.size(); place++) {
            try {
                actions.add(action(place, SourceText.present(records.get(place), "")));
            } catch (BrokenRecordException e) {
                throw e.within("actions[" + place + "]");
            }
        }
        return actions;
    }

    private static BillAction action(int place, BillRecord.Action action) {
        String text = SourceText.required(action.text(), "text");
        BillStatus status = action.status() == null ? null : SourceStatus.of(action.status());
        List<String> classes = ActionClasses.of(action);
        String actedAt = SourceText.required(action.actedAt(), "acted_at");
        if (actedAt.length() == DATE_LENGTH) {
            return new BillAction(place, SourceText.date(actedAt, "acted_at"), null, text, classes, status);
        }
        OffsetDateTime moment = moment(actedAt);
        return new BillAction(place, moment.toLocalDate(), moment.toInstant(), text, classes, status);
    }

    private static OffsetDateTime moment(String text) {
        try {
            if (text.indexOf('T') == DATE_LENGTH) {
                return OffsetDateTime.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw notAMoment(text);
        }
        throw notAMoment(text);
    }

    private static BrokenRecordException notAMoment(String text) {
        return new BrokenRecordException("acted_at", "is '" + text
                + "', which is neither a date like 2013-04-11 nor a moment like 2013-04-11T14:26:00-04:00");
    }
}
