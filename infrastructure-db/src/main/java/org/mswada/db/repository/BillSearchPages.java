package org.mswada.db.repository;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.mswada.db.generated.Tables.BILL;
import static org.mswada.db.generated.Tables.BILL_SUBJECT;
import static org.mswada.db.generated.Tables.LEGISLATIVE_SESSION;
import static org.mswada.db.generated.Tables.SUBJECT;
import static org.mswada.db.query.PreparedQuery.prepare;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.SQLDataType;
import org.mswada.db.query.Column;
import org.mswada.db.query.PreparedQuery;
import org.mswada.db.query.RowMapper;
import org.mswada.db.query.ShapedQuery;
import org.mswada.domain.bill.BillFilter;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.bill.BillOverview;
import org.mswada.domain.bill.SearchPage.FacetCount;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.legislature.SessionIdentifier;

/** How what a page of a search shows is read, once its bills are known. */
final class BillSearchPages {
    private static final Field<String> TEXT = field(name("text"), SQLDataType.CLOB);
    private static final Field<Integer> NUMBER = count().as("number");
    private static final int MOST_SUBJECTS = 20;
    /** Above all ranks that words can have. */
    private static final Field<Float> RANK_OF_NUMBER = inline(100f).cast(SQLDataType.REAL);
    private static final Field<Integer> ONE_BY_ONE = inline(1).as("matches");

    /** By its number a bill is found by an index of it, and fits better than any by its words. */
    static final ShapedQuery<Numbered, Match> BY_NUMBER = ShapedQuery.prepare("bill.search-number",
            (sql, in, when) -> sql
                    .select(BILL.ID, RANK_OF_NUMBER.as(Match.RANK), BILL.STATUS, BILL.CLASSIFICATION,
                            BILL.ORIGIN_CHAMBER, BILL.SESSION_ID, ONE_BY_ONE)
                    .from(BILL)
                    .where(BILL.IDENTIFIER_NORMALIZED.eq(in.value(BILL.IDENTIFIER_NORMALIZED, Numbered::normalized)))
                    .and(BillConditions.of(when))
                    .orderBy(BILL.INTRODUCED_ON.desc(), BILL.ID.desc()).limit(in.limit(Numbered::limit)),
            columns -> Match.of(columns, ONE_BY_ONE));

    /** A headline is made of the beginning of a long summary only: it costs as much as there is text. */
    static final PreparedQuery<Shown, Hit> SHOW = prepare("bill.search-show",
            (sql, in) -> sql
                    .select(Stream.<SelectFieldOrAsterisk>concat(BillColumns.OF_OVERVIEW.stream(), Stream.of(field("""
                            ts_headline('pg_catalog.english', left(concat_ws(' ', bill.title, bill.summary), 3000), \
                            websearch_to_tsquery('pg_catalog.english', {0}), {1})""", String.class,
                            in.value(TEXT, Shown::text), inline(Headlines.OPTIONS)).as(Headlines.HEADLINE))).toList())
                    .from(BillQueries.BILLS)
                    .where(BILL.ID.eq(in.anyOf(BILL.ID, Shown::bills))).and(BILL.DELETED_AT.isNull()),
            columns -> {
                RowMapper<BillOverview> overview = BillColumns.overview(columns);
                Column<String> headline = columns.of(columns.named(Headlines.HEADLINE));
                return row -> new Hit(overview.map(row), row.get(headline));
            });

    static final PreparedQuery<Collection<BillId>, FacetCount> SUBJECTS = prepare("bill.search-subjects",
            (sql, in) -> sql.select(SUBJECT.NAME, NUMBER)
                    .from(BILL_SUBJECT).join(SUBJECT).on(SUBJECT.ID.eq(BILL_SUBJECT.SUBJECT_ID))
                    .where(BILL_SUBJECT.BILL_ID.eq(in.anyOf(BILL_SUBJECT.BILL_ID, bills -> bills)))
                    .groupBy(SUBJECT.NAME)
                    .orderBy(count().desc(), SUBJECT.NAME).limit(inline(MOST_SUBJECTS)),
            columns -> {
                Column<String> value = columns.of(SUBJECT.NAME);
                Column<Integer> number = columns.of(NUMBER);
                return row -> new FacetCount(row.get(value), row.get(number));
            });

    static final PreparedQuery<Collection<SessionId>, SessionName> SESSIONS = prepare("bill.search-sessions",
            (sql, in) -> sql.select(LEGISLATIVE_SESSION.ID, LEGISLATIVE_SESSION.IDENTIFIER)
                    .from(LEGISLATIVE_SESSION)
                    .where(LEGISLATIVE_SESSION.ID.eq(in.anyOf(LEGISLATIVE_SESSION.ID, sessions -> sessions))),
            columns -> {
                Column<SessionId> id = columns.of(LEGISLATIVE_SESSION.ID);
                Column<SessionIdentifier> identifier = columns
                        .of(LEGISLATIVE_SESSION.IDENTIFIER);
                return row -> new SessionName(row.get(id), row.get(identifier).value());
            });

    private BillSearchPages() {}

    /** A number that may be one of a bill. */
    record Numbered(String normalized, BillFilter filter, int limit) implements Filtered {}

    /** The bills of a page, and what was searched for. */
    record Shown(String text, List<BillId> bills) {}

    /** A bill as it is shown, with its headline as PostgreSQL marks it. */
    record Hit(BillOverview bill, String headline) {}

    /** A session and its name. */
    record SessionName(SessionId id, String name) {}
}
