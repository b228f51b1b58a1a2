package org.mswada.http.bill;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillSort;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.http.routing.EnumNames;
import org.mswada.http.routing.ParameterReader;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.QueryParameter;

/**
 * Which part of which list is asked for.
 *
 * @param filter which bills the list holds
 * @param after the place after which the part begins, or null for the beginning
 * @param limit the most bills that the part may hold
 */
record BillListRequest(BillFilter filter, @Nullable BillCursor after, int limit) {
    static final List<QueryParameter> PARAMETERS = List.of(QueryParameter.single("jurisdiction"),
            QueryParameter.single("session"), QueryParameter.repeatable("status"), QueryParameter.single("chamber"),
            QueryParameter.single("limit"), QueryParameter.single("cursor"));

    /** The only order in which the list is offered. */
    static final BillSort SORT = BillSort.INTRODUCED;

    private static final int DEFAULT_LIMIT = 50;
    private static final Pattern LIMIT = Pattern.compile("[0-9]{1,9}");
    private static final EnumNames<BillStatus> STATUSES = new EnumNames<>(BillStatus.class);
    private static final EnumNames<Chamber> CHAMBERS = new EnumNames<>(Chamber.class);

    static BillListRequest of(Parameters parameters) {
        ParameterReader reader = new ParameterReader();
        BillFilter filter = BillFilter.builder()
                .jurisdiction(reader.read("jurisdiction", parameters.single("jurisdiction"), JurisdictionCode::new))
                .session(reader.read("session", parameters.single("session"), SessionIdentifier::new))
                .statuses(statuses(reader, parameters.all("status")))
                .chamber(reader.read("chamber", parameters.single("chamber"), CHAMBERS)).build();
        Integer limit = reader.read("limit", parameters.single("limit"), BillListRequest::limit);
        BillCursor after = reader.read("cursor", parameters.single("cursor"),
                text -> CursorText.decode(text, filter, SORT));
        reader.check();
        return new BillListRequest(filter, after, Objects.requireNonNullElse(limit, DEFAULT_LIMIT));
    }

    private static Set<BillStatus> statuses(ParameterReader reader, List<String> values) {
        Set<BillStatus> statuses = EnumSet.noneOf(BillStatus.class);
        for (String value : values) {
            for (String name : value.split(",", -1)) {
                BillStatus status = reader.read("status", name, STATUSES);
                if (status != null) {
                    statuses.add(status);
                }
            }
        }
        return statuses;
    }

    private static Integer limit(String text) {
        int limit = LIMIT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > BillPage.MAXIMUM_LIMIT) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a whole number from 1 to " + BillPage.MAXIMUM_LIMIT);
        }
        return limit;
    }
}
