package org.mswada.db.repository;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.mswada.db.generated.Tables.BILL;

import java.time.LocalDate;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mswada.db.query.OptionalParts;
import org.mswada.db.query.Parameters;
import org.mswada.db.query.ShapedQuery;
import org.mswada.domain.bill.BillId;

/**
 * How the matches of a search are found and ranked. To rank all matches of a common word would read a fifth of the table; to
 * walk the newest bills until there are enough matches of a rare one, all of it. So there is a query for each: the walk ends
 * after a bounded number of bills, the other ranks and counts no more than that, though where few of very many matches pass the
 * filter, it may look at each of them once.
 */
final class BillSearch {
    private static final Field<String> TEXT = field(name("text"), SQLDataType.CLOB);
    private static final Field<Integer> MATCHES = field(name("matches"), SQLDataType.INTEGER);
    /** No columns that jOOQ knows: in the one can be searched, the other says where a row stands, and neither is read. */
    private static final Field<Object> STANDS_AT = field(name("bill", "ctid"), SQLDataType.OTHER);
    private static final Field<Object> SEARCH = field(name("bill", "search"), SQLDataType.OTHER);

    /** Never run: the planner, who counts the commonest words, is asked how many there are. */
    static final ShapedQuery<Searching, Integer> EXPECTED = ShapedQuery.prepare("bill.search-expected",
            (sql, in, when) -> sql.select(inline(1)).from(BILL).where(matches(in)).and(BillConditions.of(when)),
            columns -> row -> 1);

    static final ShapedQuery<Searching, Match> FEW = few(SearchLimits.USUAL);
    static final ShapedQuery<Searching, Match> MANY = many(SearchLimits.USUAL);

    private BillSearch() {}

    /**
     * The matches of a word that is not common, with how many there are, as far as they were taken. They are taken without
     * end, as far as the planner is told, so that it chooses what is quickest for all of them: with a limit it would choose
     * what is quickest if they are as many as it believes, and where there are none read the whole table. What was found is
     * found again by where it stands, which within one statement does not change, and needs no index.
     */
    static ShapedQuery<Searching, Match> few(SearchLimits limits) {
        return ShapedQuery.prepare("bill.search-few", (sql, in, when) -> {
            CommonTableExpression<Record3<BillId, LocalDate, Object>> found = name("found")
                    .fields("id", "introduced_on", "place")
                    .asMaterialized(select(BILL.ID, BILL.INTRODUCED_ON, STANDS_AT).from(BILL).where(matches(in))
                            .and(BillConditions.of(when)));
            Field<BillId> id = field(name("id"), BILL.ID.getDataType());
            Field<LocalDate> introducedOn = field(name("introduced_on"), BILL.INTRODUCED_ON.getDataType());
            Field<Object> place = field(name("place"), SQLDataType.OTHER);
            Table<Record3<BillId, LocalDate, Object>> looked = select(id, introducedOn, place).from(found)
                    .limit(inline(limits.considered() + 1)).asTable("looked");
            CommonTableExpression<Record1<Integer>> counted = name("counted").fields("matches")
                    .asMaterialized(selectCount().from(looked));
            Field<Integer> number = field(select(MATCHES).from(counted));
            Table<Record1<Object>> chosen = select(place).from(looked).orderBy(introducedOn.desc(), id.desc())
                    .limit(field("(case when {0} > {1} then {2} else {1} end)", Long.class, number,
                            inline(limits.allUpTo()), inline(limits.newest())))
                    .asTable("chosen");
            return sql.with(found, counted).select(columns(in, number.as(MATCHES)))
                    .from(chosen).join(BILL).on(STANDS_AT.eq(chosen.field(place)));
        }, columns -> Match.of(columns, MATCHES));
    }

    /** The newest matches of a common word, one more than are ranked: less than that are not told from all there are. */
    static ShapedQuery<Searching, Match> many(SearchLimits limits) {
        return ShapedQuery.prepare("bill.search-many",
                (sql, in, when) -> sql.select(columns(in, inline(Integer.MAX_VALUE).as(MATCHES)))
                        .from(walked(when, limits)).where(matches(in)).and(BILL.DELETED_AT.isNull())
                        .and(BillConditions.besideWalk(when))
                        .orderBy(BILL.INTRODUCED_ON.desc(), BILL.ID.desc()).limit(inline(limits.newest() + 1)),
                columns -> Match.of(columns, MATCHES));
    }

    /** Of the bills among which the filter has to be looked for, the newest. Under the table's name: the conditions fit. */
    private static Table<?> walked(OptionalParts<Searching> when, SearchLimits limits) {
        return select(BILL.ID, BILL.SESSION_ID, BILL.STATUS, BILL.CLASSIFICATION, BILL.ORIGIN_CHAMBER,
                BILL.INTRODUCED_ON, BILL.ACTIVE_ON, BILL.UPDATED_AT, BILL.AREAS, BILL.DELETED_AT, SEARCH)
                .from(BILL).where(BillConditions.ofWalk(when)).orderBy(BILL.INTRODUCED_ON.desc(), BILL.ID.desc())
                .limit(inline(limits.walked())).asTable("bill");
    }

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
