package org.mswada.db.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillStatus;
import org.mswada.domain.bill.RelationKind;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.tracking.TrackingFrequency;
import org.mswada.domain.tracking.TrackingStance;
import org.mswada.domain.tracking.TrackingTrigger;
import org.mswada.domain.user.Anonymity;
import org.mswada.domain.user.Role;
import org.mswada.domain.user.UserStatus;
import org.mswada.migrations.SchemaMigrator;
import org.mswada.support.testdatabase.TestDatabase;
import org.postgresql.util.PSQLException;

/** The database refuses what the domain refuses, and can find what refers to what. */
final class SchemaTest {
    private static final String JURISDICTION = "insert into jurisdiction values "
            + "('ocd-jurisdiction/country:xx/government', 'xx', 'X', 'COUNTRY', 'UTC');";
    private static final String SESSION = JURISDICTION + "insert into legislative_session values "
            + "('00000000-0000-7000-8000-000000000001', 'ocd-jurisdiction/country:xx/government', '1', 'One', "
            + "'PRIMARY', '2025-01-01', null);";
    private static final String BILL = SESSION + "insert into bill (id, session_id, identifier, identifier_normalized,"
            + " classification, origin_chamber, title, status, status_since, introduced_on, content_hash) values "
            + "('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'HR 1', 'HR1', 'BILL', "
            + "'LOWER', 'T', 'INTRODUCED', '2025-01-01', '2025-01-01', repeat('0', 64));";
    private static final Pattern QUOTED = Pattern.compile("'([A-Z_]+)'");

    private static final String FOREIGN_KEYS_WITHOUT_INDEX = """
            select conname from pg_constraint foreign_key
            where contype = 'f' and not exists (
                select from pg_index
                where indrelid = foreign_key.conrelid
                and (indkey::int2[])[0:array_length(conkey, 1) - 1] @> conkey)
            and connamespace = 'public'::regnamespace
            -- Its referring row is found by the primary key, its first column.
            and conname <> 'bill_status_action_fkey'""";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jurisdiction_id_check | update jurisdiction set id = 'us'
            jurisdiction_code_check | update jurisdiction set code = 'US'
            jurisdiction_name_check | update jurisdiction set name = ' '
            jurisdiction_classification_check | update jurisdiction set classification = 'PLANET'
            legislative_session_identifier_check | update legislative_session set identifier = 'a b'
            legislative_session_end_date_check | update legislative_session set end_date = '2024-12-31'
            bill_identifier_normalized_check | update bill set identifier_normalized = 'hr1'
            bill_identifier_normalized_check | update bill set identifier_normalized = 'HR 1'
            bill_identifier_key | insert into bill (id, session_id, identifier, identifier_normalized, classification, origin_chamber, title, status, status_since, introduced_on, content_hash) select gen_random_uuid(), session_id, identifier, identifier_normalized, classification, origin_chamber, title, status, status_since, introduced_on, content_hash from bill
            bill_source_url_check | update bill set source_url = 'example.org'
            bill_extras_check | update bill set extras = '[]'
            bill_title_check | update bill set title = ''
            bill_status_check | update bill set status = 'LOST'
            bill_version_check | update bill set version = 0
            bill_content_hash_check | update bill set content_hash = 'x'
            bill_latest_action_check | update bill set latest_action_on = '2025-01-01'
            bill_days_check | update bill set introduced_on = '10000-01-01'
            bill_days_check | update bill set status_since = '0001-12-31 BC'
            bill_days_check | update bill set latest_action_on = 'infinity', latest_action_text = 't'
            bill_action_occurred_on_check | insert into bill_action (bill_id, sequence, occurred_on, text) select id, 0, '10000-01-01', 't' from bill
            bill_session_id_fkey | update bill set session_id = gen_random_uuid()
            bill_status_action_fkey | update bill set status_action = 5; set constraints all immediate
            bill_action_sequence_check | insert into bill_action (bill_id, sequence, occurred_on, text) select id, -1, '2025-01-01', 't' from bill
            bill_action_text_check | insert into bill_action (bill_id, sequence, occurred_on, text) select id, 0, '2025-01-01', ' ' from bill
            sponsorship_name_as_printed_check | insert into sponsorship select id, 0, null, '', 'PERSON', 'PRIMARY' from bill
            sponsorship_sponsor_id_fkey | insert into sponsorship select id, 0, gen_random_uuid(), 'n', 'PERSON', 'PRIMARY' from bill
            sponsorship_ambiguous_check | insert into sponsorship (bill_id, ordinal, sponsor_id, name_as_printed, entity_type, role, ambiguous) select id, 0, gen_random_uuid(), 'n', 'PERSON', 'PRIMARY', true from bill
            related_bill_other_identifier_normalized_check | insert into related_bill select id, 0, '1', 'HR 2', 'hr2', 'RELATED', null from bill
            related_bill_reason_check | insert into related_bill select id, 0, '1', 'HR 2', 'HR2', 'RELATED', ' ' from bill
            bill_identifier_pkey | insert into bill_identifier select 's', 'i', id from bill, generate_series(1, 2)
            bill_identifier_scheme_check | insert into bill_identifier select 'S', 'i', id from bill
            bill_engagement_counters_check | insert into bill_engagement (bill_id, views) select id, -1 from bill
            legislative_session_closed_on_check | update legislative_session set closed_on = '2024-12-31'
            sponsor_identifier_scheme_check | insert into sponsor_identifier values ('Bad', '1', gen_random_uuid())
            app_user_subject_key | insert into app_user (id, issuer, subject, role, status) select gen_random_uuid(), 'i', 's', 'CITIZEN', 'ACTIVE' from generate_series(1, 2)
            sponsor_version_check | insert into sponsor (id, jurisdiction_id, name, version) select gen_random_uuid(), id, 'n', 0 from jurisdiction
            sponsor_membership_end_date_check | with s as (insert into sponsor (id, jurisdiction_id, name) select gen_random_uuid(), id, 'n' from jurisdiction returning id) insert into sponsor_membership (sponsor_id, organization, start_date, end_date) select id, 'o', '2025-01-02', '2025-01-01' from s
            app_user_erased_check | insert into app_user (id, role, status) values (gen_random_uuid(), 'CITIZEN', 'ACTIVE')
            app_user_erased_check | insert into app_user (id, email, role, status) values (gen_random_uuid(), 'a@b.c', 'CITIZEN', 'ERASED')
            tracking_target_check | with u as (insert into app_user (id, issuer, subject, role, status) values (gen_random_uuid(), 'i', 's', 'CITIZEN', 'ACTIVE') returning id) insert into tracking (id, user_id, target_type, search, triggers, frequency) select gen_random_uuid(), id, 'BILL', 'x', '{NEW_ACTION}', 'DAILY' from u
            tracking_triggers_check | with u as (insert into app_user (id, issuer, subject, role, status) values (gen_random_uuid(), 'i', 's', 'CITIZEN', 'ACTIVE') returning id) insert into tracking (id, user_id, target_type, search, triggers, frequency) select gen_random_uuid(), id, 'SEARCH', 'x', '{}', 'DAILY' from u
            app_user_email_key | insert into app_user (id, issuer, subject, email, role, status) select gen_random_uuid(), 'i', n::text, case n when 1 then 'a@b.c' else 'A@B.C' end, 'CITIZEN', 'ACTIVE' from generate_series(1, 2) n
            """)
    void refuses(String constraint, String statement) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, BILL);
            assertThatExceptionOfType(PSQLException.class).isThrownBy(() -> execute(connection, statement))
                    .satisfies(refused -> assertThat(refused.getServerErrorMessage().getConstraint())
                            .isEqualTo(constraint));
        }
    }

    @Test
    void allows_exactly_the_values_of_the_domain() throws SQLException {
        assertThat(allowed("bill_status_check")).isEqualTo(names(BillStatus.values()));
        assertThat(allowed("bill_action_asserted_status_check")).isEqualTo(names(BillStatus.values()));
        assertThat(allowed("bill_classification_check")).isEqualTo(names(BillClassification.values()));
        assertThat(allowed("bill_origin_chamber_check")).isEqualTo(names(Chamber.values()));
        assertThat(allowed("sponsor_chamber_check")).isEqualTo(names(Chamber.values()));
        assertThat(allowed("sponsorship_role_check")).isEqualTo(names(SponsorshipRole.values()));
        assertThat(allowed("related_bill_kind_check")).isEqualTo(names(RelationKind.values()));
        assertThat(allowed("sponsorship_entity_type_check")).isEqualTo(names(SponsorEntityType.values()));
        assertThat(allowed("sponsor_membership_chamber_check")).isEqualTo(names(Chamber.values()));
        assertThat(allowed("app_user_role_check")).isEqualTo(names(Role.values()));
        assertThat(allowed("app_user_status_check")).isEqualTo(names(UserStatus.values()));
        assertThat(allowed("app_user_anonymity_check")).isEqualTo(names(Anonymity.values()));
        assertThat(allowed("tracking_triggers_check")).isEqualTo(names(TrackingTrigger.values()));
        assertThat(allowed("tracking_frequency_check")).isEqualTo(names(TrackingFrequency.values()));
        assertThat(allowed("tracking_stance_check")).isEqualTo(names(TrackingStance.values()));
        assertThat(allowed("jurisdiction_classification_check"))
                .isEqualTo(names(Jurisdiction.Classification.values()));
        assertThat(allowed("legislative_session_classification_check"))
                .isEqualTo(names(LegislativeSession.Classification.values()));
    }

    @Test
    void has_an_index_that_begins_with_the_columns_of_each_foreign_key() throws SQLException {
        assertThat(query(FOREIGN_KEYS_WITHOUT_INDEX)).isEmpty();
    }

    /** The control: without its index, a foreign key is reported. */
    @Test
    void a_foreign_key_without_index_would_be_found() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "drop index sponsorship_sponsor_id_idx");
            assertThat(query(connection, FOREIGN_KEYS_WITHOUT_INDEX)).containsExactly("sponsorship_sponsor_id_fkey");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp without time zone", "character varying", "money", "json"})
    void has_no_column_of_type(String type) throws SQLException {
        assertThat(query("select table_name || '.' || column_name from information_schema.columns "
                + "where table_schema = 'public' and table_name <> 'flyway_schema_history' and data_type = '" + type
                + "'")).isEmpty();
    }

    @Test
    void migrating_again_changes_nothing() {
        assertThat(new SchemaMigrator(database.jdbcUrl(), database.user(), database.password()).migrate()).isZero();
    }

    private Set<String> allowed(String constraint) throws SQLException {
        Matcher matcher = QUOTED.matcher(query("select pg_get_constraintdef(oid) from pg_constraint where conname = '"
                + constraint + "'").getFirst());
        Set<String> values = new TreeSet<>();
        while (matcher.find()) {
            values.add(matcher.group(1));
        }
        return values;
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> query(String statement) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return query(connection, statement);
        }
    }

    private static List<String> query(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(text)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
