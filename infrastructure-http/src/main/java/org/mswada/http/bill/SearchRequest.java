package org.mswada.http.bill;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillPage;
import org.mswada.domain.bill.SearchCursor;
import org.mswada.http.problem.FieldError;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.routing.Limits;
import org.mswada.http.routing.ParameterReader;
import org.mswada.http.routing.Parameters;
import org.mswada.http.routing.QueryParameter;
import org.mswada.http.routing.Request;

/**
 * Which part of which search is asked for.
 *
 * @param text the words
 * @param filter among which bills
 * @param after the place after which the part begins, or null for the beginning
 * @param limit the most bills that the part may hold
 */
record SearchRequest(String text, BillFilter filter, @Nullable SearchCursor after, int limit) {
    static final List<QueryParameter> PARAMETERS = Stream.concat(Stream.of(QueryParameter.single("q")),
            Stream.concat(BillFilterReader.PARAMETERS.stream(),
                    Stream.of(QueryParameter.single("limit"), QueryParameter.single("cursor"))))
            .toList();

    private static final int DEFAULT_LIMIT = 20;

    static SearchRequest of(Request request) {
        Parameters parameters = request.parameters();
        ParameterReader reader = new ParameterReader();
        if (parameters.single("q") == null) {
            reader.refuse("q", "say what to look for: words, \"phrases\", or, -without");
        }
        String text = reader.read("q", parameters.single("q"), BillTexts::line);
        BillFilter filter = BillFilterReader.read(request, reader);
        Integer limit = reader.read("limit", parameters.single("limit"), Limits.upTo(BillPage.MAXIMUM_LIMIT));
        if (text == null) {
            throw reader.refusal();
        }
        reader.check();
        return new SearchRequest(text, filter, after(parameters.single("cursor"), text, filter),
                Objects.requireNonNullElse(limit, DEFAULT_LIMIT));
    }

    private static @Nullable SearchCursor after(@Nullable String cursor, String text, BillFilter filter) {
        try {
            return cursor == null ? null : SearchCursorText.decode(cursor, text, filter);
        } catch (IllegalArgumentException refused) {
            throw ProblemException.invalid(List.of(FieldError.ofParameter("cursor",
                    String.valueOf(refused.getMessage()))));
        }
    }
}
