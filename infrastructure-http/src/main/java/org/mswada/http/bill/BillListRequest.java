package org.mswada.http.bill;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillSort;
import org.mswada.http.routing.EnumNames;
import org.mswada.http.routing.Limits;
import org.mswada.http.routing.ParameterReader;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.QueryParameter;

/**
 * Which part of which list is asked for.
 *
 * @param filter which bills the list holds
 * @param sort in which order
 * @param after the place after which the part begins, or null for the beginning
 * @param limit the most bills that the part may hold
 */
record BillListRequest(BillFilter filter, BillSort sort, @Nullable BillCursor after, int limit) {
    static final List<QueryParameter> PARAMETERS = Stream.concat(BillFilterReader.PARAMETERS.stream(),
            Stream.of(QueryParameter.single("sort"), QueryParameter.single("limit"), QueryParameter.single("cursor")))
            .toList();

    private static final int DEFAULT_LIMIT = 50;
    private static final EnumNames<BillSort> SORTS = new EnumNames<>(BillSort.class);

    static BillListRequest of(Parameters parameters) {
        ParameterReader reader = new ParameterReader();
        BillFilter filter = BillFilterReader.read(parameters, reader);
        BillSort sort = Objects.requireNonNullElse(reader.read("sort", parameters.single("sort"), SORTS),
                BillSort.INTRODUCED);
        Integer limit = reader.read("limit", parameters.single("limit"), Limits.upTo(BillPage.MAXIMUM_LIMIT));
        reader.check();
        BillCursor after = reader.read("cursor", parameters.single("cursor"),
                text -> CursorText.decode(text, filter, sort));
        reader.check();
        return new BillListRequest(filter, sort, after, Objects.requireNonNullElse(limit, DEFAULT_LIMIT));
    }
}
