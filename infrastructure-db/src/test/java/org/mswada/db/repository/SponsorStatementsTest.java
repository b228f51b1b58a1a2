package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.db.execution.TestSession;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.WriteSession;
import org.mswada.support.portcontracts.BillFixtures;
import org.mswada.support.portcontracts.SponsorFixtures;

/** How many statements each operation takes: a fixed number, for one sponsor and for fifty. */
final class SponsorStatementsTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final int MANY = 50;

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqSponsorRepository sponsors = new JooqSponsorRepository();

    @BeforeEach
    void storeJurisdiction() {
        database.units().write(WRITE, open -> new JooqLegislatureRepository().ensureSession(open,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID())));
    }

    @Test
    void whole_sponsors_are_found_by_any_number_of_ids_or_identifiers_by_a_fixed_number() throws SQLException {
        List<NewSponsor> stored = sponsors("A", MANY);
        database.units().write(WRITE, open -> sponsors.upsertBatch(open, stored));

        for (List<NewSponsor> asked : List.of(stored.subList(0, 1), stored)) {
            List<ExternalIdentifier> identifiers = asked.stream()
                    .flatMap(each -> each.content().identifiers().stream()).toList();
            assertThat(reading(open -> assertThat(sponsors.findByIdentifiers(open, identifiers))
                    .hasSameSizeAs(identifiers))).hasSize(4);
            assertThat(reading(open -> assertThat(sponsors.findByIds(open,
                    asked.stream().map(NewSponsor::id).toList())).hasSameSizeAs(asked))).hasSize(3);
        }
        ExternalIdentifier known = stored.getFirst().content().identifiers().getFirst();
        assertThat(reading(open -> assertThat(sponsors.isKnown(open, known)).isTrue())).hasSize(1);
    }

    @Test
    void a_batch_takes_as_many_statements_as_one_sponsor() throws SQLException {
        List<NewSponsor> one = sponsors("A", 1);
        List<NewSponsor> many = sponsors("B", MANY);
        assertThat(writing(open -> sponsors.upsertBatch(open, one)))
                .hasSameSizeAs(writing(open -> sponsors.upsertBatch(open, many)));
        assertThat(writing(open -> sponsors.upsertBatch(open, retired(one))))
                .hasSameSizeAs(writing(open -> sponsors.upsertBatch(open, retired(many))));
    }

    private static List<NewSponsor> sponsors(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> SponsorFixtures.sponsor(SponsorFixtures.whole("Ada",
                "Doe " + number, prefix + number, prefix + "-" + number))).toList();
    }

    private static List<NewSponsor> retired(List<NewSponsor> sponsors) {
        return sponsors.stream().map(each -> SponsorFixtures.sponsor(each.content().deactivated())).toList();
    }

    private List<String> reading(Consumer<ReadSession> work) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = database.connect()) {
            work.accept(TestSession.on(connection, statements::add));
        }
        return statements;
    }

    private List<String> writing(Consumer<WriteSession> work) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            work.accept(TestSession.writing(connection, statements::add));
            connection.commit();
        }
        return statements;
    }
}
