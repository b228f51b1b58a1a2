package org.mswada.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.ConsistencyToken;
import org.mswada.domain.storage.Deadline;
import org.mswada.http.problem.FieldError;
import org.mswada.http.problem.ProblemException;

/**
 * Takes the consistency token of the client's last answer into the call, and gives it back the newest that the call has seen,
 * with a refusal too, for that may tell of what others stored. It never changes what is answered, so no entity tag knows it.
 */
final class ConsistencyHeader {
    static final String NAME = "Mswada-Consistency-Token";

    private ConsistencyHeader() {}

    /** Runs {@code work} as a call that sees at least what the client has seen. */
    static <T> T call(Context context, Deadline deadline, Supplier<? extends T> work) {
        Optional<ConsistencyToken> given = given(context);
        CallContext call = new CallContext(deadline, context.res().getHeader(TraceHandler.HEADER), given.orElse(null));
        try {
            return call.call(work);
        } finally {
            call.token().filter(newest -> !newest.equals(given.orElse(null)))
                    .ifPresent(newest -> context.header(NAME, newest.text()));
        }
    }

    private static Optional<ConsistencyToken> given(Context context) {
        List<String> values = Collections.list(context.req().getHeaders(NAME));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw refusal("the header is given " + values.size() + " times; give it once, as in the last answer");
        }
        return Optional.of(ConsistencyToken.parse(values.getFirst()).orElseThrow(() -> refusal("'" + values.getFirst()
                + "' is not a token that this server gave; send that of the last answer unchanged, or none")));
    }

    private static ProblemException refusal(String message) {
        return ProblemException.invalid(List.of(FieldError.ofParameter(NAME, message)));
    }
}
