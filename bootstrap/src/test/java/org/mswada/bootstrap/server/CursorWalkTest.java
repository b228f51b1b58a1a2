package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.mswada.application.importing.BillSource;
import org.mswada.application.importing.ImportProgress;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.Rejection;
import org.mswada.application.importing.SourceItem;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.domain.user.Actor;
import org.mswada.importing.demo.DemoLegislature;
import org.mswada.support.testdatabase.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list is walked to its end over HTTP while an import puts bills in front of, between and behind those there. */
final class CursorWalkTest {
    private static final int FIRST = 120;

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void each_bill_that_was_there_at_the_start_is_seen_exactly_once() throws Exception {
        ServerConfig config = ConfigReader.read(ConfigSources.of(Map.of("MSWADA_DB_URL", database.jdbcUrl(),
                "MSWADA_DB_USER", database.user(), "MSWADA_DB_PASSWORD", database.password(),
                "MSWADA_DB_POOL_MAXIMUM_SIZE", "4", "MSWADA_HTTP_PORT", "0", "MSWADA_ADMIN_PORT", "0")));
        try (Lifecycle lifecycle = new Lifecycle(); ExecutorService beside = Executors.newSingleThreadExecutor()) {
            DatabaseAccess access = DatabaseAccess.own(config, lifecycle, line -> {});
            Server server = Server.start(config, access, lifecycle, line -> {});
            ServerComponent component = access.component(lifecycle, new SimpleMeterRegistry());
            component.importBills().run(Actor.OPERATOR, everySecond(0, FIRST), new Silent()).done();
            List<String> atStart = walk(server, Optional.empty());
            assertThat(atStart).hasSize(FIRST).doesNotHaveDuplicates();

            Future<ImportSummary> importing = beside
                    .submit(() -> component.importBills()
                            .run(Actor.OPERATOR, everySecond(1, Integer.MAX_VALUE), new Silent()).done());
            List<String> walked = walk(server, Optional.of(importing));

            assertThat(importing.get().inserted()).isPositive();
            assertThat(walked).doesNotHaveDuplicates().containsAll(atStart);
            assertThat(walk(server, Optional.empty()).size()).isGreaterThan(FIRST);
        }
    }

    /** With an import beside it, the first page is read before the import and the last after it has written. */
    private List<String> walk(Server server, Optional<Future<ImportSummary>> beside) throws Exception {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("http://localhost:" + server.publicPort() + "/v1/bills?limit=5" + cursor);
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
            if (beside.isPresent() && ids.size() == FIRST / 2) {
                beside.get().get();
            }
        } while (!cursor.isEmpty());
        return ids;
    }

    private JsonNode get(String url) throws Exception {
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private static BillSource everySecond(int remainder, int atMost) {
        List<SourceItem> items = new ArrayList<>();
        try (BillSource demo = DemoLegislature.open()) {
            for (Optional<SourceItem> item = demo.next(); item.isPresent(); item = demo.next()) {
                items.add(item.get());
            }
        }
        List<SourceItem> chosen = new ArrayList<>();
        for (int place = remainder; place < items.size() && chosen.size() < atMost; place += 2) {
            chosen.add(items.get(place));
        }
        return new ListSource(chosen);
    }

    /** A source of items that are at hand. */
    private static final class ListSource implements BillSource {
        private final List<SourceItem> items;
        private int next;

        ListSource(List<SourceItem> items) {
            this.items = items;
        }

        @Override
        public Optional<SourceItem> next() {
            return next < items.size() ? Optional.of(items.get(next++)) : Optional.empty();
        }

        @Override
        public void close() {
            next = items.size();
        }
    }

    /** Refusals fail the test by the counts. */
    private static final class Silent implements ImportProgress {
        @Override
        public void stored(ImportSummary summary) {
            // The summary is asserted at the end.
        }

        @Override
        public void rejected(Rejection rejection) {
            throw new AssertionError(rejection);
        }
    }
}
