package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.table;
import static org.mswada.db.execution.JooqSession.sql;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.Deadline;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** The regions between "tag::" and "end::" stand word by word in docs/migration-guide.md; MigrationGuideTest checks it. */
final class MigrationGuideExamplesTest {
    @RegisterExtension
    private final ServiceFixture database = new ServiceFixture();

    // tag::read[]
    private static final Operation COUNT_NOTES = Operation.read("note.count");

    int countNotes(UnitOfWork units) {
        return units.read(COUNT_NOTES, session -> sql(session).fetchCount(table("note")));
    }
    // end::read[]

    // tag::write[]
    private static final Operation ADD_NOTE = Operation.write("note.add");

    void addNote(UnitOfWork units, String text) {
        units.write(ADD_NOTE, session -> sql(session).insertInto(table("note")).values(text).execute());
    }
    // end::write[]

    // tag::result[]
    String tell(DatabaseService service, String text) {
        TransactionResult<Integer> result = service.withTransaction(ADD_NOTE, TransactionOptions.DEFAULT,
                session -> sql(session).insertInto(table("note")).values(text).execute());
        return switch (result) {
            case TransactionResult.Committed<Integer> committed -> "stored, " + committed.durability();
            case TransactionResult.RolledBack<Integer> _ -> "not stored";
            case TransactionResult.Unknown<Integer> _ -> "stored or not: look before doing it again";
        };
    }
    // end::result[]

    // tag::deadline[]
    int countWithin(UnitOfWork units, Duration time) {
        CallContext call = new CallContext(Deadline.at(System.nanoTime(), time), "trace-1");
        return call.call(() -> countNotes(units));
    }
    // end::deadline[]

    @Test
    void what_is_written_is_counted_and_told() throws SQLException {
        addNote(database.service(), "first");

        assertThat(tell(database.service(), "second")).isEqualTo("stored, AS_CONFIGURED");
        assertThat(tell(database.service(), "second")).isEqualTo("not stored");
        assertThat(countNotes(database.service())).isEqualTo(2).isEqualTo(database.count("note"));
        assertThat(countWithin(database.service(), Duration.ofSeconds(10))).isEqualTo(2);
    }
}
