package org.mswada.http.bill;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mswada.application.bill.Include;
import org.mswada.application.bill.ListBillsIncluding;
import org.mswada.domain.bill.BillCursor;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.BillSort;
import org.mswada.http.routing.EnumNames;
import org.mswada.http.routing.Limits;
import org.mswada.http.routing.ParameterReader;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.QueryParameter;
import org.mswada.http.routing.Request;

/**
 * Which part of which list is asked for.
 *
 * @param filter which bills the list holds
 * @param sort in which order
 * @param after the place after which the part begins, or null for the beginning
 * @param limit the most bills that the part may hold
 * @param include what of each bill besides
 */
record BillListRequest(BillFilter filter, BillSort sort, @Nullable BillCursor after, int limit, Set<Include> include) {
    static final List<QueryParameter> PARAMETERS = Stream.concat(BillFilterReader.PARAMETERS.stream(),
            Stream.of(QueryParameter.single("sort"), QueryParameter.repeatable("include"),
                    QueryParameter.single("limit"), QueryParameter.single("cursor")))
            .toList();

    private static final int DEFAULT_LIMIT = 50;
    private static final EnumNames<BillSort> SORTS = new EnumNames<>(BillSort.class);
    private static final EnumNames<Include> INCLUDES = new EnumNames<>(Include.class);

    static BillListRequest of(Request request) {
        Parameters parameters = request.parameters();
        ParameterReader reader = new ParameterReader();
        BillFilter filter = BillFilterReader.read(request, reader);
        BillSort sort = Objects.requireNonNullElse(reader.read("sort", parameters.single("sort"), SORTS),
                BillSort.INTRODUCED);
        Set<Include> include = reader.several("include", parameters.all("include"), INCLUDES);
        Integer limit = reader.read("limit", parameters.single("limit"),
                Limits.upTo(include.isEmpty() ? BillPage.MAXIMUM_LIMIT : ListBillsIncluding.MAXIMUM_LIMIT));
        reader.check();
        BillCursor after = reader.read("cursor", parameters.single("cursor"),
                text -> CursorText.decode(text, filter, sort));
        reader.check();
        return new BillListRequest(filter, sort, after, Objects.requireNonNullElse(limit, DEFAULT_LIMIT), include);
    }
}
