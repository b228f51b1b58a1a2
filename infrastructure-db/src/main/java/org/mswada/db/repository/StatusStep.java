package org.mswada.db.repository;

import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.BILL_ACTION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mswada.db.query.Column;
import org.mswada.db.query.Columns;
import org.mswada.db.query.RowMapper;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.StatusHistory;
import org.mswada.domain.legislature.Chamber;

/**
 * A bill with one of the actions that say into which status it came.
 *
 * @param bill the bill
 * @param originChamber where it was introduced
 * @param introducedOn when
 * @param action the action, or null for a bill of which no action says it
 */
record StatusStep(BillId bill, Chamber originChamber, LocalDate introducedOn, @Nullable BillAction action) {
    static RowMapper<StatusStep> of(Columns columns) {
        Column<BillId> bill = columns.of(BILL.ID);
        Column<Chamber> originChamber = columns.of(BILL.ORIGIN_CHAMBER);
        Column<LocalDate> introducedOn = columns.of(BILL.INTRODUCED_ON);
        Column<@Nullable Integer> sequence = columns.nullable(BILL_ACTION.SEQUENCE);
        Column<@Nullable LocalDate> occurredOn = columns.nullable(BILL_ACTION.OCCURRED_ON);
        Column<@Nullable String> text = columns.nullable(BILL_ACTION.TEXT);
        Column<@Nullable BillStatus> status = columns.nullable(BILL_ACTION.ASSERTED_STATUS);
        return row -> new StatusStep(row.get(bill), row.get(originChamber), row.get(introducedOn),
                action(row.get(sequence), row.get(occurredOn), row.get(text), row.get(status)));
    }

    private static @Nullable BillAction action(@Nullable Integer sequence, @Nullable LocalDate occurredOn,
            @Nullable String text, @Nullable BillStatus status) {
        return sequence == null || occurredOn == null || text == null
                ? null
                : new BillAction(sequence, occurredOn, null, text, List.of(), status);
    }

    /** Follows the steps of each bill, which come one after the other. */
    static Map<BillId, StatusHistory> histories(List<StatusStep> steps) {
        Map<BillId, List<BillAction>> actions = new LinkedHashMap<>();
        for (StatusStep step : steps) {
            List<BillAction> ofBill = actions.computeIfAbsent(step.bill, bill -> new ArrayList<>());
            if (step.action != null) {
                ofBill.add(step.action);
            }
        }
        Map<BillId, StatusHistory> histories = new LinkedHashMap<>();
        for (StatusStep step : steps) {
            histories.computeIfAbsent(step.bill, bill -> StatusHistory.of(step.originChamber, step.introducedOn,
                    actions.getOrDefault(bill, List.of())));
        }
        return histories;
    }
}
