package org.mswada.db.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the input that may be absent. Each restricts the query only when it is there.
 *
 * @param <I> what the query is called with
 */
public final class OptionalParts<I> {
    private final int shape;
    private final Parameters<I> in;
    private final List<Function<? super I, ? extends @Nullable Object>> parts = new ArrayList<>();

    /** Includes the parts whose bits are set in {@code shape}. */
    OptionalParts(int shape, Parameters<I> in) {
        this.shape = shape;
        this.in = in;
    }

    /**
     * Restricts the query if a part of the input is not null, as in {@code when.given(Search::chamber, chamber ->
     * BILL.ORIGIN_CHAMBER.eq(chamber.value(BILL.ORIGIN_CHAMBER, it -> it)))}.
     */
    public <P> Condition given(Function<? super I, ? extends @Nullable P> part,
            Function<Parameters<P>, ? extends Condition> condition) {
        boolean included = (shape & (1 << parts.size())) != 0;
        parts.add(part);
        return included ? condition.apply(in.of(input -> present(part.apply(input)))) : DSL.noCondition();
    }

    List<Function<? super I, ? extends @Nullable Object>> parts() {
        return parts;
    }

    private static <P> P present(@Nullable P part) {
        if (part == null) {
            throw new IllegalStateException(
                    "a part of the input was there when the shape was chosen and is absent now: use immutable input");
        }
        return part;
    }
}
