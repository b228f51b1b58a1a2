package org.mswada.db.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mswada.support.testdatabase.TestDatabase;

/** Every change by hand is found, and nothing else is, by comparing a server with the reference. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchemaChangesProof {
    @RegisterExtension
    static final TestDatabase reference = TestDatabase.migrated();

    private Connection live;
    private SchemaSnapshot migrated;
    private SchemaSnapshot liveMigrated;
    private SchemaSnapshot everyKind;

    /** Opens a connection to a migrated database. */
    abstract Connection open() throws Exception;

    @BeforeAll
    void readTheReference() throws Exception {
        live = open();
        live.setAutoCommit(false);
        liveMigrated = SnapshotReader.read(live, "");
        live.rollback();
        execute(live, everyKind());
        live.commit();
        try (Connection connection = reference.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            migrated = SnapshotReader.read(connection, "");
            execute(connection, everyKind());
            everyKind = SnapshotReader.read(connection, "");
            connection.rollback();
        }
    }

    @AfterEach
    void undo() throws SQLException {
        live.rollback();
    }

    @AfterAll
    void disconnect() throws SQLException {
        if (live != null) {
            live.close();
        }
    }

    @Test
    void a_migrated_schema_has_no_drift() {
        assertThat(migrated.objects()).hasSizeGreaterThan(150);
        assertThat(SchemaComparison.compare(migrated, liveMigrated)).isEmpty();
    }

    @Test
    void a_schema_with_one_of_each_kind_has_no_drift() throws Exception {
        assertThat(SchemaComparison.compare(everyKind, SnapshotReader.read(live, ""))).isEmpty();
    }

    static List<SchemaChange> changes() {
        return SchemaChange.all();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_by_hand_is_found_and_named(SchemaChange change) throws Exception {
        execute(live, change.sql());
        List<Finding> findings = SchemaComparison.compare(everyKind, SnapshotReader.read(live, ""));
        assertThat(findings).extracting(Finding::object).contains(change.object()).hasSizeLessThan(8);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.remedy()).isNotBlank();
            assertThat(finding.expected()).isNotEqualTo(finding.found());
        });
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String everyKind() throws IOException {
        try (InputStream stream = Objects
                .requireNonNull(SchemaChangesProof.class.getResourceAsStream("every-kind.sql"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
