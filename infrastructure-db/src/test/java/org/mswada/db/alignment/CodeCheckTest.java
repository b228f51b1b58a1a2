package org.mswada.db.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.support.testdatabase.TestDatabase;

final class CodeCheckTest {
    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @Test
    void generated_code_fits_the_migrated_schema() throws SQLException {
        assertThat(GeneratedColumn.all()).hasSizeGreaterThan(60);
        assertThat(after("select")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drop table bill_subject                                       | table bill_subject
            alter table bill drop column law_number                        | column bill.law_number
            alter table bill rename column summary to abstract            | column bill.summary
            alter table sponsorship alter column ordinal type bigint      | column sponsorship.ordinal
            alter table bill alter column title drop not null             | column bill.title
            alter table bill add column note text not null                | column bill.note
            """)
    void what_the_code_would_stumble_over_is_named(String change, String object) throws SQLException {
        assertThat(after(change)).extracting(Finding::object).containsExactly(object);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table bill add column note text
            alter table bill add column note text not null default ''
            alter table bill alter column law_number type varchar(20)
            alter table bill_action alter column text drop default
            """)
    void what_the_code_can_live_with_is_left_to_the_schema(String change) throws SQLException {
        assertThat(after(change)).isEmpty();
    }

    private static List<Finding> after(String change) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change);
            List<Finding> findings = CodeCheck.findings(connection, GeneratedColumn.all());
            connection.rollback();
            return findings;
        }
    }
}
