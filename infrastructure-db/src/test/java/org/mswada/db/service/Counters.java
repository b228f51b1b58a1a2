package org.mswada.db.service;

import java.sql.SQLException;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.mswada.db.execution.JooqSession;
import org.mswada.db.query.Column;
import org.mswada.db.query.PreparedQuery;
import org.mswada.domain.storage.ReadSession;

/** Counters in a table, and each way in which a unit may increment or read one. */
final class Counters {
    private static final Field<Integer> ID = DSL.field("id", SQLDataType.INTEGER);
    private static final Field<Long> VALUE = DSL.field("value", SQLDataType.BIGINT.nullable(false));
    private static final PreparedQuery<Integer, Long> FIND = PreparedQuery.prepare("test.find-counter",
            (sql, in) -> sql.select(VALUE).from("counter").where(ID.eq(in.value(ID, id -> id))), columns -> {
                Column<Long> value = columns.of(VALUE);
                return row -> row.get(value);
            });
    private static final PreparedQuery<Integer, Long> INCREMENT = PreparedQuery.prepare("test.increment",
            (sql, in) -> sql.select(VALUE).from("increment({0}) as value", in.value(ID, id -> id)), columns -> {
                Column<Long> value = columns.of(VALUE);
                return row -> row.get(value);
            });

    private Counters() {}

    /** Makes so many, all zero. */
    static void create(Replicas replicas, int count) throws SQLException {
        replicas.execute("create table counter (id int primary key, value bigint not null)");
        replicas.execute("insert into counter select number, 0 from generate_series(0, " + (count - 1) + ") as number");
        replicas.execute("create function increment(counter_id int) returns bigint language sql as "
                + "'update counter set value = value + 1 where id = counter_id returning value'");
    }

    private static long incrementByJooq(ReadSession session, int id) {
        return longOf(JooqSession.sql(session)
                .fetchValue("update counter set value = value + 1 where id = ? returning value", id));
    }

    private static long findByJooq(ReadSession session, int id) {
        return longOf(JooqSession.sql(session).fetchValue("select value from counter where id = ?", id));
    }

    private static long longOf(Object value) {
        return ((Number) value).longValue();
    }

    /** What a read found, and which server answered it. */
    record Answer(long value, String node) {}

    /** A way to increment one. */
    enum Writing {
        TRANSACTION {
            @Override
            long increment(DatabaseService service, int id) {
                return service.write(Replicas.WRITE, session -> incrementByJooq(session, id));
            }
        },
        SINGLE {
            @Override
            long increment(DatabaseService service, int id) {
                return service.writeSingle(Replicas.WRITE, session -> incrementByJooq(session, id));
            }
        },
        SINGLE_PREPARED {
            @Override
            long increment(DatabaseService service, int id) {
                return service.writeSingle(Replicas.WRITE, session -> INCREMENT.one(session, id).orElseThrow());
            }
        },
        TRANSACTION_PREPARED {
            @Override
            long increment(DatabaseService service, int id) {
                return service.write(Replicas.WRITE, session -> INCREMENT.one(session, id).orElseThrow());
            }
        };

        /** Increments one and returns what it is then. */
        abstract long increment(DatabaseService service, int id);

        static Writing of(int number) {
            return values()[number % values().length];
        }
    }

    /** A way to read one. */
    enum Reading {
        READ_PREPARED(QueryOptions.SINGLE) {
            @Override
            long find(ReadSession session, int id) {
                return FIND.one(session, id).orElseThrow();
            }
        },
        SNAPSHOT(QueryOptions.SNAPSHOT) {
            @Override
            long find(ReadSession session, int id) {
                return findByJooq(session, id);
            }
        },
        READ(QueryOptions.SINGLE) {
            @Override
            long find(ReadSession session, int id) {
                return findByJooq(session, id);
            }
        },
        SNAPSHOT_PREPARED(QueryOptions.SNAPSHOT) {
            @Override
            long find(ReadSession session, int id) {
                return FIND.one(session, id).orElseThrow();
            }
        };

        private final QueryOptions options;

        Reading(QueryOptions options) {
            this.options = options;
        }

        abstract long find(ReadSession session, int id);

        Answer read(DatabaseService service, int id) {
            return switch (service.<Long>executeQuery(Replicas.READ, options, session -> find(session, id))) {
                case QueryResult.Success<Long> success ->
                    new Answer(success.data(), String.valueOf(success.statistics().node()));
                case QueryResult.Failure<Long> failure -> throw failure.error();
            };
        }

        /** Another way than those that write have their turns in, so that each meets each. */
        static Reading of(int number) {
            return values()[(number + number / values().length) % values().length];
        }
    }
}
