package org.mswada.db.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.db.execution.DatabaseFixture;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillCreateResult;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.BillVersion;
import org.mswada.domain.bill.BillWriteResult;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.Sponsorship;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.storage.ConstraintViolated;
import org.mswada.domain.storage.Operation;
import org.mswada.support.portcontracts.BillFixtures;

/** What storing a batch leaves untouched, and which rows it leaves out. */
final class BillUpsertTest {
    private static final Operation WRITE = Operation.write("test.write");
    private static final List<String> TABLES = List.of("bill", "bill_action", "sponsorship", "bill_subject", "subject",
            "bill_identifier", "related_bill", "legislative_session");

    @RegisterExtension
    private final DatabaseFixture database = new DatabaseFixture();

    private final JooqBillWriteRepository writes = new JooqBillWriteRepository();
    private SessionId session;

    @BeforeEach
    void storeSession() {
        session = database.units().write(WRITE, open -> new JooqLegislatureRepository().ensureSession(open,
                BillFixtures.JURISDICTION, BillFixtures.SESSION, new SessionId(UUID.randomUUID())));
    }

    @Test
    void storing_the_unchanged_again_writes_no_row_of_any_table() throws SQLException {
        List<BillContent> contents = IntStream.range(0, 20).mapToObj(number -> identified(number, "id " + number))
                .toList();
        upsert(contents);
        List<String> before = rows();

        assertThat(upsert(contents)).containsOnly(UpsertResult.UNCHANGED);
        assertThat(rows()).isEqualTo(before);
    }

    /** The control: one that changed is written, and it is seen. */
    @Test
    void control_a_row_that_is_written_is_seen() throws SQLException {
        upsert(List.of(identified(1, "one")));
        List<String> before = rows();

        assertThat(upsert(List.of(identified(1, "two")))).containsExactly(UpsertResult.UPDATED);
        assertThat(rows()).isNotEqualTo(before);
    }

    @Test
    void a_row_that_the_database_refuses_is_left_out_and_all_others_are_stored() throws SQLException {
        List<BillContent> contents = new ArrayList<>(
                IntStream.range(0, 40).mapToObj(number -> identified(number, "id " + number)).toList());
        contents.set(7, identified(7, "id 3"));
        contents.set(23, BillFixtures.bill(session, "HR 23", BillFixtures.INTRODUCED_ON, "t",
                List.of(new Sponsorship(0, new SponsorId(UUID.randomUUID()), "Nobody", SponsorEntityType.PERSON,
                        SponsorshipRole.PRIMARY, null, null)),
                List.of()));
        contents.set(31, BillFixtures.bill(session, "HR 31", BillFixtures.INTRODUCED_ON, "nul \0"));

        List<UpsertResult> results = upsert(contents);

        assertThat(IntStream.range(0, 40).filter(place -> results.get(place).kind() == UpsertResult.Kind.REJECTED))
                .containsExactly(7, 23, 31);
        assertThat(results.get(7).reason()).contains("HR 7", "bill_identifier_pkey", "correct the record");
        assertThat(results.get(23).reason()).contains("HR 23", "sponsorship_sponsor_id_fkey");
        assertThat(results.get(31).reason()).contains("HR 31");
        assertThat(count("select count(*) from bill")).isEqualTo(37);
        assertThat(count("select count(*) from bill_action")).isEqualTo(37);
    }

    @Test
    void what_people_write_and_the_database_refuses_is_told_and_leaves_the_unit_whole() {
        BillContent stored = BillFixtures.bill(session, "HR 1");
        BillContent created = BillFixtures.bill(session, "HR 2");
        List<Sponsorship> nobodys = List.of(new Sponsorship(0, new SponsorId(UUID.randomUUID()), "Nobody",
                SponsorEntityType.PERSON, SponsorshipRole.PRIMARY, null, null));
        BillContent ofNobody = BillFixtures.bill(session, "HR 3", BillFixtures.INTRODUCED_ON, "t", nobodys, List.of());
        BillVersion read = new BillVersion(stored.newId(), 1);
        upsert(List.of(stored));

        List<Object> results = database.units().write(WRITE, open -> {
            List<Object> told = new ArrayList<>(writes.createBatch(open, List.of(ofNobody, created)));
            told.add(writes.replaceSponsorships(open, read, nobodys));
            told.add(writes.appendActions(open, read, stored.progress(), false,
                    List.of(BillFixtures.action(0, BillStatus.FAILED))));
            told.add(writes.replaceSponsorships(open, read, List.of()));
            return told;
        });

        assertThat(results.get(0)).isInstanceOfSatisfying(BillCreateResult.Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(ConstraintViolated.Kind.FOREIGN_KEY);
            assertThat(refused.reason()).contains("HR 3", "sponsorship_sponsor_id_fkey");
        });
        assertThat(results.get(1)).isEqualTo(new BillCreateResult.Created(created.newId()));
        assertThat(results.get(2)).isInstanceOfSatisfying(BillWriteResult.Refused.class,
                refused -> assertThat(refused.kind()).isEqualTo(ConstraintViolated.Kind.FOREIGN_KEY));
        assertThat(results.get(3)).isInstanceOfSatisfying(BillWriteResult.Refused.class,
                refused -> assertThat(refused.kind()).isEqualTo(ConstraintViolated.Kind.UNIQUE));
        assertThat(results.get(4)).isEqualTo(new BillWriteResult.Written(2));
    }

    private List<UpsertResult> upsert(List<BillContent> contents) {
        return database.units().write(WRITE, open -> writes.upsertBatch(open, contents));
    }

    private BillContent identified(int number, String identifier) {
        return BillFixtures.with(BillFixtures.bill(session, "HR " + number), new BillContext(
                List.of(new ExternalIdentifier("test", identifier)), List.of("Coast"), null, "{}"), List.of());
    }

    /** Whoever writes a row leaves the number of its transaction in it. */
    private List<String> rows() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row = statement.executeQuery("select '" + table
                        + "', xmin, xmax, ctid, row_to_json(t)::text from " + table + " t order by ctid")) {
                    while (row.next()) {
                        found.add(row.getString(1) + " " + row.getString(2) + " " + row.getString(4) + " "
                                + row.getString(5));
                    }
                }
            }
        }
        return found;
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
