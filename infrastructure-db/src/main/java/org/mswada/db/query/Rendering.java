package org.mswada.db.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Configuration;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.VisitListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;

/**
 * What jOOQ makes of a query.
 *
 * @param text the SQL
 * @param binders how to send the parameters, in the order in which the text needs them
 * @param select the query itself
 */
record Rendering<I>(String text, List<Binder<I>> binders, Select<?> select) {
    private static final Configuration CONFIGURATION = new DefaultConfiguration().set(SQLDialect.POSTGRES);

    static <I> Rendering<I> of(String name, Function<Parameters<I>, Select<?>> statement) {
        Map<String, Binder<I>> declared = new HashMap<>();
        Select<?> select = statement.apply(new Parameters<>(binder -> {
            String parameter = Integer.toString(declared.size());
            declared.put(parameter, binder);
            return parameter;
        }));
        List<Binder<I>> ordered = new ArrayList<>();
        VisitListener order = VisitListener.onVisitStart(visit -> collect(name, declared, ordered, visit.queryPart()));
        DSLContext renderer = DSL.using(CONFIGURATION.derive(order));
        String text = renderer.render(select);
        if (sql().extractBindValues(select).size() != ordered.size()) {
            throw new IllegalArgumentException("query '" + name + "' has other parameters than jOOQ visited while "
                    + "rendering it, so their order is unknown; write it with plainer means: " + text);
        }
        return new Rendering<>(text, List.copyOf(ordered), select);
    }

    /** jOOQ without a connection, to say SQL with. */
    static DSLContext sql() {
        return DSL.using(CONFIGURATION);
    }

    private static <I> void collect(String name, Map<String, Binder<I>> declared, List<Binder<I>> ordered,
            QueryPart part) {
        if (part instanceof Param<?> parameter && !parameter.isInline()) {
            Binder<I> binder = parameter.getParamName() == null ? null : declared.get(parameter.getParamName());
            if (binder == null) {
                throw new IllegalArgumentException("query '" + name + "' has the value '" + parameter.getValue()
                        + "' in it, which would be the same in every call: write DSL.inline(...) for a constant, and "
                        + "take what the caller gives from the parameters, as in in.value(COLUMN, getter)");
            }
            ordered.add(binder);
        }
    }
}
