package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.db.execution.TestSession;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.NewSponsor;
import org.mswada.domain.storage.Operation;
import org.mswada.support.portcontracts.BillFixtures;
import org.mswada.support.portcontracts.SponsorFixtures;

/** How many statements it takes to find sponsors: a fixed number, for one and for fifty. */
final class SponsorStatementsTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final int MANY = 50;

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqSponsorRepository sponsors = new JooqSponsorRepository();

    @Test
    void sponsors_are_found_by_any_number_of_identifiers_by_four_statements() throws SQLException {
        List<NewSponsor> given = IntStream.range(0, MANY)
                .mapToObj(number -> SponsorFixtures.printed("Member " + number, "a" + number, "b" + number)).toList();
        database.units().write(WRITE, session -> {
            new JooqLegislatureRepository().ensureSession(session, BillFixtures.JURISDICTION, BillFixtures.SESSION,
                    new SessionId(UUID.randomUUID()));
            return sponsors.upsertBatch(session, given);
        });
        List<ExternalIdentifier> all = given.stream().flatMap(each -> each.content().identifiers().stream()).toList();

        assertThat(finding(all, 2 * MANY)).hasSize(4);
        assertThat(finding(all.subList(0, 1), 1)).hasSize(4);
    }

    private List<String> finding(List<ExternalIdentifier> identifiers, int found) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = database.connect()) {
            assertThat(sponsors.findByIdentifiers(TestSession.on(connection, statements::add), identifiers))
                    .hasSize(found);
        }
        return statements;
    }
}
