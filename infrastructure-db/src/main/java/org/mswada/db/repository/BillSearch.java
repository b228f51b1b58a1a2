package org.mswada.db.repository;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.table;
import static org.mswada.db.generated.Tables.BILL;

import java.time.LocalDate;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mswada.db.query.Parameters;
import org.mswada.db.query.ShapedQuery;
import org.mswada.domain.bill.BillId;

/**
 * How the matches of a search are found and ranked. To rank all matches of a common word would read a fifth of the table; to
 * walk the newest bills until there are enough matches of a rare one, all of it. So there is a query for each, and both end
 * after a bounded number of rows. Which is the better one the planner knows, for it counts the commonest words.
 */
final class BillSearch {
    /** Up to so many matches all are ranked. */
    static final int ALL_UP_TO = 5_000;
    /** Of more, the newest. */
    static final int NEWEST = 1_000;
    /** So many matches are looked at to find the newest. */
    static final int CONSIDERED = 20_000;
    /** From so many expected matches on, the newest bills are walked instead. */
    static final long COMMON = 30_000;

    private static final Field<String> TEXT = field(name("text"), SQLDataType.CLOB);
    private static final Field<Integer> MATCHES = field(name("matches"), SQLDataType.INTEGER);

    /** So many of the newest bills are walked. Under the name of the table, so that the conditions of a filter fit. */
    private static final Table<?> NEWEST_BILLS = table(
            """
                    (select id, session_id, status, classification, origin_chamber, introduced_on, active_on, updated_at, areas, \
                    deleted_at, search from bill order by introduced_on desc, id desc limit 200000)""")
            .as("bill");

    /** Never run: the planner is asked how many there are. */
    static final ShapedQuery<Searching, Integer> EXPECTED = ShapedQuery.prepare("bill.search-expected",
            (sql, in, when) -> sql.select(inline(1)).from(BILL).where(matches(in)).and(BillConditions.of(when)),
            columns -> row -> 1);

    /** The matches of a word that is not common. */
    static final ShapedQuery<Searching, Match> FEW = ShapedQuery.prepare("bill.search-few", (sql, in, when) -> {
        CommonTableExpression<Record2<BillId, LocalDate>> found = name("found").fields("id", "introduced_on")
                .asMaterialized(select(BILL.ID, BILL.INTRODUCED_ON).from(BILL).where(matches(in))
                        .and(BillConditions.of(when)).limit(inline(CONSIDERED + 1)));
        Field<BillId> id = field(name("found", "id"), BILL.ID.getDataType());
        Table<Record1<BillId>> chosen = select(id).from(found)
                .orderBy(field(name("found", "introduced_on")).desc(), id.desc())
                .limit(field("(case when (select count(1) from found) > " + ALL_UP_TO + " then " + NEWEST + " else "
                        + ALL_UP_TO + " end)", Long.class))
                .asTable("chosen");
        return sql.with(found).select(columns(in, field(selectCount().from(found)).as(MATCHES)))
                .from(chosen).join(BILL).on(BILL.ID.eq(chosen.field(id)));
    }, columns -> Match.of(columns, MATCHES));

    /** The newest matches of a common word. */
    static final ShapedQuery<Searching, Match> MANY = ShapedQuery.prepare("bill.search-many",
            (sql, in, when) -> sql.select(columns(in, inline(CONSIDERED + 1).as(MATCHES)))
                    .from(NEWEST_BILLS).where(matches(in)).and(BillConditions.of(when))
                    .orderBy(BILL.INTRODUCED_ON.desc(), BILL.ID.desc()).limit(inline(NEWEST)),
            columns -> Match.of(columns, MATCHES));

    private BillSearch() {}

    private static List<SelectFieldOrAsterisk> columns(Parameters<Searching> in, Field<Integer> matches) {
        return List.of(BILL.ID, field("ts_rank(bill.search, websearch_to_tsquery('pg_catalog.english', {0}))",
                Float.class, in.value(TEXT, Searching::text)).as(Match.RANK), BILL.STATUS, BILL.CLASSIFICATION,
                BILL.ORIGIN_CHAMBER, BILL.SESSION_ID, matches);
    }

    static Condition matches(Parameters<Searching> in) {
        return DSL.condition("bill.search @@ websearch_to_tsquery('pg_catalog.english', {0})",
                in.value(TEXT, Searching::text));
    }
}
