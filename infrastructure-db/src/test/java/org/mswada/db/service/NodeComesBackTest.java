package org.mswada.db.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;

/**
 * How long callers wait for their first success, and for their former throughput, after the server is back, beside HikariCP
 * alone in the same outage. Each call takes ten milliseconds on the server, so that throughput needs every connection.
 */
final class NodeComesBackTest {
    private static final Operation READ = Operation.read("test.read");
    private static final String CALL = "select pg_sleep(0.01)";
    private static final int POOL_SIZE = 10;
    private static final List<Duration> OUTAGES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5),
            Duration.ofSeconds(20), Duration.ofSeconds(60));
    private static final int TIMES_EACH = 10;
    /**
     * What every second outage takes longer, at most. HikariCP tries 10, 20, 40 ms and so on after it lost its connections,
     * then every 5 s, and so happens to try just after 5, 20 and 60 s, as a circuit may try by itself just after 60.
     */
    private static final Duration LONGER = Duration.ofSeconds(2);
    private static final long SEED = 20261125;
    private static final Duration FIRST_SUCCESS = Duration.ofMillis(250);
    private static final Duration MOST_OF_THE_THROUGHPUT = Duration.ofSeconds(2);
    /** What a busy machine may add. */
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration GIVE_UP = Duration.ofSeconds(30);

    private static MortalServer server;

    @BeforeAll
    static void start() {
        server = new MortalServer();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void callers_succeed_soon_after_an_outage_of_a_second() throws Exception {
        List<OutageTimes> times = afterOutages(List.of(OUTAGES.getFirst()));

        assertThat(times).hasSize(1).allMatch(each -> each.ofService().firstSuccess().compareTo(GRACE) < 0)
                .allMatch(each -> each.ofService().throughput().compareTo(MOST_OF_THE_THROUGHPUT.plus(GRACE)) < 0);
    }

    @Test
    @Tag("soak")
    void callers_succeed_soon_after_ten_outages_of_each_length_up_to_a_minute() throws Exception {
        List<Duration> outages = new ArrayList<>();
        for (int time = 0; time < TIMES_EACH; time++) {
            outages.addAll(OUTAGES);
        }

        List<OutageTimes> times = afterOutages(outages);

        assertThat(times).hasSize(outages.size())
                .allMatch(each -> each.ofService().firstSuccess().compareTo(GRACE) < 0);
        for (Duration down : OUTAGES) {
            List<OutageTimes> alike = times.stream().filter(each -> each.down().equals(down)).toList();
            assertThat(alike.stream().filter(each -> each.ofService().firstSuccess().compareTo(FIRST_SUCCESS) <= 0))
                    .as("first successes after " + down).hasSizeGreaterThanOrEqualTo(TIMES_EACH - 1);
            assertThat(alike).as("throughput after " + down)
                    .allMatch(each -> each.ofService().throughput().compareTo(MOST_OF_THE_THROUGHPUT) <= 0);
        }
        // The control: what HikariCP alone needs would fail here.
        assertThat(times.stream().filter(each -> each.ofPlain().firstSuccess().compareTo(FIRST_SUCCESS) <= 0))
                .hasSizeLessThan(times.size() * (TIMES_EACH - 1) / TIMES_EACH);
    }

    private static List<OutageTimes> afterOutages(List<Duration> outages) throws Exception {
        List<OutageTimes> times = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        try (DatabaseService service = server.openService(POOL_SIZE);
                PlainPool plain = server.openPlain(POOL_SIZE, GIVE_UP)) {
            // What a cold JVM needs for its first login is no matter of recovery.
            ask(service);
            plain.single(CALL);
            for (Duration down : outages) {
                Duration longer = times.size() / OUTAGES.size() % 2 == 0
                        ? Duration.ZERO
                        : Duration.ofMillis(random.nextLong(LONGER.toMillis()));
                OutageTimes outage = new Outage(server, GIVE_UP).pass(down, longer, () -> ask(service),
                        () -> plain.single(CALL));
                times.add(outage);
                Figures.show("down %d s and %d ms: %s after the server accepted; HikariCP alone %s", down.toSeconds(),
                        longer.toMillis(), outage.ofService(), outage.ofPlain());
            }
        }
        return times;
    }

    private static void ask(DatabaseService service) {
        service.read(READ, session -> JooqSession.sql(session).fetchValue(CALL));
    }
}
