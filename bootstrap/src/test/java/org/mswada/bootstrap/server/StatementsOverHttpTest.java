package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportSummary;
import org.mswada.bootstrap.cli.CommandRun;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.domain.user.Actor;
import org.mswada.importing.demo.DemoLegislature;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.testdatabase.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many statements a request for a list takes: what went over the wire to PostgreSQL is counted, and it is as much for fifty
 * items as for one, for every list of the OpenAPI file and everything that it can include.
 */
final class StatementsOverHttpTest {
    /**
     * A list, what is asked of it, and its statements. What is included is read in one snapshot: BEGIN, SET TRANSACTION and
     * COMMIT are three more. Who asks for what is their own is looked up by one.
     */
    private static final String STATEMENTS = """
            /v1/bills           | ''                                                        | 1
            /v1/bills           | include=sponsorships                                      | 5
            /v1/bills           | include=actions                                           | 5
            /v1/bills           | include=related_bills                                     | 5
            /v1/bills           | include=status_history                                    | 5
            /v1/bills           | include=sponsorships,actions,related_bills,status_history | 8
            /v1/bills           | sort=updated&chamber=lower                                | 1
            /v1/bills           | tracked_by=me                                             | 2
            /v1/bills           | tracked_by=me&include=sponsorships,actions                | 7
            /v1/bills/search    | q=act                                                     | 5
            /v1/bills/search    | q=act&tracked_by=me                                       | 6
            /v1/sponsors        | ''                                                        | 1
            /v1/sponsors/search | q=member                                                  | 1
            /v1/me/tracking     | ''                                                        | 2
            """;
    private static final int MANY = 50;
    private static final String SAMPLES = """
            insert into related_bill (bill_id, ordinal, other_session, other_identifier, other_identifier_normalized, kind)
            select id, 0, '1', identifier, identifier_normalized, 'RELATED' from bill;
            insert into tracking (id, user_id, target_type, bill_id, triggers, frequency)
            select gen_random_uuid(), app_user.id, 'BILL', bill.id, array['NEW_ACTION'], 'DAILY' from app_user, bill""";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();
    @TempDir
    static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Lifecycle LIFECYCLE = new Lifecycle();
    private static WireTap tap;
    private static Server server;
    private static String token = "";

    @BeforeAll
    static void start() throws Exception {
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        FaultProxy proxy = FaultProxy.before(address.getHost(), address.getPort());
        LIFECYCLE.add("proxy", CloseLimits.GRACE, proxy);
        tap = WireTap.of(proxy);
        Map<String, String> variables = new HashMap<>(CommandRun.variables(database));
        variables.put("MSWADA_DB_URL", proxy.jdbcUrl(address.getPath().substring(1)));
        variables.put("MSWADA_DATA_DIR", folder.toString());
        // What is slow is explained, by a statement of its own.
        variables.put("MSWADA_DB_SLOW_LIMIT", "60s");
        ServerConfig config = ConfigReader.read(ConfigSources.of(variables));
        DatabaseAccess access = DatabaseAccess.own(config, LIFECYCLE, line -> {});
        server = Server.start(config, access, LIFECYCLE, line -> {});
        try (BillSource demo = DemoLegislature.open()) {
            ImportSummary _ = access.component(LIFECYCLE, new SimpleMeterRegistry()).importBills()
                    .run(Actor.OPERATOR, demo, new SilentProgress()).done();
        }
        token = CommandRun.of(variables, "token", "--role", "expert").out().strip();
        get("/v1/me");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(SAMPLES);
        }
    }

    @AfterAll
    static void stop() {
        LIFECYCLE.close();
    }

    private static JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.publicPort() + path))
                .header("Authorization", "Bearer " + token).build();
        HttpResponse<String> response = CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    @ParameterizedTest
    @CsvSource(textBlock = STATEMENTS, delimiter = '|')
    void a_list_takes_as_many_statements_for_many_items_as_for_one(String path, String asked, int statements) {
        for (int limit : new int[]{1, MANY}) {
            List<String> seen = tap.during(() -> assertThat(get(page(path, asked, limit)).get("items")).hasSize(limit));
            assertThat(seen).as("%s of %s".formatted(limit, path)).hasSize(statements);
        }
    }

    /** What a page includes is there, or its statements would prove nothing. */
    @Test
    void what_is_included_is_there_for_each_of_the_items() {
        get("/v1/bills?limit=50&include=sponsorships,actions,related_bills,status_history").get("items")
                .forEach(bill -> Stream.of("sponsorships", "actions", "related_bills", "status_history")
                        .forEach(name -> assertThat(bill.get(name)).as(name).isNotEmpty()));
    }

    /** The control: who asks for what belongs to each bill, bill by bill, is found out. */
    @Test
    void control_a_request_for_each_bill_is_counted_as_that_many() {
        int one = tap.during(() -> eachBill(1)).size();
        int many = tap.during(() -> eachBill(MANY)).size();

        assertThat(many - 1).isEqualTo(MANY * (one - 1)).isGreaterThan(MANY * 3);
    }

    private static void eachBill(int limit) {
        get("/v1/bills?limit=" + limit).get("items").forEach(bill -> get(bill.get("url").asString()));
    }

    @Test
    void every_list_of_the_openapi_file_is_in_the_table_with_all_that_it_can_include() throws Exception {
        String file = CLIENT.send(HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.publicPort() + "/openapi.yaml")).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        List<String> includes = List.of(found("(?m)^    Include:\\n(?:.*\\n)*?      enum: \\[(.*)]", file).findFirst()
                .orElseThrow().group(1).split(", "));
        Set<String> lists = new TreeSet<>();
        found("(?m)^  (/\\S+):\\n    get:\\n((?:      .*\\n)*)", file).forEach(get -> {
            if (get.group(2).contains("        - name: limit\n")) {
                lists.add(get.group(1) + " ");
            }
            if (get.group(2).contains("        - name: include\n")) {
                includes.forEach(each -> lists.add(get.group(1) + " include=" + each));
                lists.add(get.group(1) + " include=" + String.join(",", includes));
            }
        });

        assertThat(includes).hasSize(4);
        assertThat(lists).hasSizeGreaterThan(9);
        assertThat(rows()).containsAll(lists);
    }

    /** A list that must be asked something is there with that. */
    private static Set<String> rows() {
        return STATEMENTS.lines().map(line -> line.split("\\|", -1))
                .map(row -> row[0].strip() + " " + row[1].strip().replaceFirst("^(?:''|q=\\w+)$", ""))
                .collect(Collectors.toSet());
    }

    private static Stream<MatchResult> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results();
    }

    private static String page(String path, String asked, int limit) {
        List<String> query = new ArrayList<>(List.of("limit=" + limit));
        if (!asked.isEmpty()) {
            query.add(asked);
        }
        return path + "?" + String.join("&", query);
    }
}
