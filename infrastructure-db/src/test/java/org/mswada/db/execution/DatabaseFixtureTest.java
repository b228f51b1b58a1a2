package org.mswada.db.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;

/** What contracts run on: work that writes and touches something beside its session is found out. */
final class DatabaseFixtureTest {
    private static final Operation WRITE = Operation.write("test.write");

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final AtomicInteger runs = new AtomicInteger();

    @BeforeEach
    void createTable() {
        database.service().write(WRITE,
                session -> JooqSession.sql(session).execute("create table note (entry int)"));
    }

    @Test
    void a_write_runs_twice_and_is_stored_once() {
        assertThat(insert(database.units())).isEqualTo(1);
        assertThat(runs).hasValue(2);

        assertThat(insert(database.service())).as("control: what one write more makes of it").isEqualTo(2);
        assertThat(runs).hasValue(3);
    }

    /** Returns how many are stored after it. */
    private int insert(UnitOfWork units) {
        int inserted = units.write(WRITE, this::insert);
        assertThat(inserted).isEqualTo(1);
        return units.read(Operation.read("test.read"),
                session -> JooqSession.sql(session).fetchCount(DSL.table("note")));
    }

    private int insert(ReadSession session) {
        runs.incrementAndGet();
        return JooqSession.sql(session).execute("insert into note values (1)");
    }
}
