package org.mswada.db.repository;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.mswada.domain.user.UserId;

/**
 * Very many bills, made by the server itself. Their words are as in real text: few are common and most are rare (Zipf). Three
 * words have a share of their own: {@link #COMMONEST} of every fifth bill, {@link #ONE_PERCENT}, and {@link #RARE} of twenty.
 */
final class GeneratedBills {
    static final String COMMONEST = "legislature";
    static final String ONE_PERCENT = "percentile";
    static final String RARE = "quagga";
    static final String NOWHERE = "xylophonist";

    static final UserId FOLLOWER = new UserId(UUID.fromString("00000000-0000-7000-9000-000000000001"));

    private static final String LEGISLATURES = """
            insert into jurisdiction values ('ocd-jurisdiction/country:xx/government', 'xx', 'X', 'COUNTRY', 'UTC');
            insert into legislative_session (id, jurisdiction_id, identifier, name, classification, start_date)
            select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, \
            'ocd-jurisdiction/country:xx/government', n::text, 'Session ' || n, 'PRIMARY', date '2000-01-01'
            from generate_series(1, 8) n;
            insert into subject (jurisdiction_id, name)
            select 'ocd-jurisdiction/country:xx/government', 'Subject ' || n from generate_series(1, 60) n;""";

    /** The n-th commonest of 20,000 words occurs about once in n words. */
    private static final String PHRASES = """
            create temporary table phrase as
            select id, string_agg('w' || floor(exp(random() * ln(20000)))::int || 'ord', ' ') as words
            from generate_series(0, 19999) id, generate_series(1, 8)
            group by id;
            create unique index on phrase (id); analyze phrase;""";

    private static final String BILLS = """
            insert into bill (id, session_id, identifier, identifier_normalized, classification, origin_chamber, title, \
            summary, subject_names, status, status_since, introduced_on, latest_action_on, latest_action_text, \
            content_hash, updated_at)
            select ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
                ('00000000-0000-7000-8000-' || lpad((1 + n / (%1$d / 8 + 1))::text, 12, '0'))::uuid,
                'HR ' || n, 'HR' || n, (array['BILL', 'BILL', 'BILL', 'RESOLUTION'])[1 + n %% 4],
                (array['LOWER', 'LOWER', 'UPPER'])[1 + n %% 3],
                'An Act ' || one.words || case when n %% 5 = 0 then ' %2$s' else '' end,
                two.words || ' ' || three.words || ' ' || four.words
                    || case when n %% 100 = 7 then ' %3$s' else '' end
                    || case when n %% (%1$d / 20) = 3 then ' %4$s' else '' end,
                'Subject ' || (1 + n %% 60),
                (array['IN_COMMITTEE', 'IN_COMMITTEE', 'IN_COMMITTEE', 'REPORTED', 'PASSED_CHAMBER', 'ENACTED'])[1 + n %% 6],
                date '2000-01-01' + (n::bigint * 9000 / %1$d)::int + n %% 40,
                date '2000-01-01' + (n::bigint * 9000 / %1$d)::int,
                date '2000-01-01' + (n::bigint * 9000 / %1$d)::int + n %% 400, 'Referred.', repeat('0', 64),
                timestamptz '2026-01-01' + ((n * 7919::bigint) %% %1$d) * interval '1 second'
            from generate_series(1, %1$d) n
            join phrase one on one.id = (n * 31::bigint) %% 20000
            join phrase two on two.id = (n * 37::bigint + n / 20000) %% 20000
            join phrase three on three.id = (n * 41::bigint + n / 10000) %% 20000
            join phrase four on four.id = (n * 43::bigint + n / 5000) %% 20000""";

    private static final String CHILDREN = """
            insert into bill_subject (bill_id, ordinal, subject_id)
            select bill.id, ordinal, (select min(id) from subject) + ((extract(epoch from updated_at)::bigint / 7 \
            + ordinal * 17) %% 60)::int
            from bill, generate_series(0, 1) ordinal;
            insert into bill_action (bill_id, sequence, occurred_on, text, asserted_status)
            select id, 0, status_since, 'Moved.', status from bill;""";

    /** Every user follows the first bill, and two that few others follow; the first user follows five hundred more. */
    private static final String FOLLOWERS = """
            insert into app_user (id, issuer, subject, role, status)
            select ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'https://login.example.org', 'u' || n,
                'CITIZEN', 'ACTIVE'
            from generate_series(1, %1$d) n;
            insert into tracking (id, user_id, target_type, bill_id, triggers, frequency)
            select gen_random_uuid(), ('00000000-0000-7000-9000-' || lpad(n::text, 12, '0'))::uuid, 'BILL',
                ('01900000-0000-7000-8000-' || lpad(to_hex(followed), 12, '0'))::uuid, array['NEW_ACTION'], 'DAILY'
            from (select n, unnest(array[1, 1 + n, 2 + n]) from generate_series(1, %1$d) n
                union all select 1, generate_series(4, 503)) as tracked (n, followed);""";

    private GeneratedBills() {}

    /** Makes so many bills, with two subjects and an action each, in a database without any. */
    static void make(Connection connection, int bills) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select setseed(0.5)");
            statement.execute(LEGISLATURES);
            statement.execute(PHRASES);
            statement.execute("drop index bill_search_idx");
            statement.execute(BILLS.formatted(bills, COMMONEST, ONE_PERCENT, RARE));
            statement.execute("create index bill_search_idx on bill using gin (search)");
            statement.execute(CHILDREN.formatted());
            statement.execute("vacuum analyze");
        }
    }

    /** Makes so many users who follow bills, one of which all follow; {@link #FOLLOWER} follows many. */
    static void follow(Connection connection, int users) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(FOLLOWERS.formatted(users));
            statement.execute("vacuum analyze tracking, app_user");
        }
    }
}
