package org.mswada.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a person meets it: a process that starts, answers, and is stopped kindly or not. */
final class ServeIT {
    private static final Duration UNTIL_NO_PROCESS_IS_LEFT = Duration.ofSeconds(2);
    private static final int SOAK_TIMES = 10;

    @TempDir
    Path dataDirectory;

    @Test
    void the_printed_example_answers_a_bill_and_the_probes_answer() throws Exception {
        try (ServerProcess server = ServerProcess.start(dataDirectory).awaitReady()) {
            HttpResponse<String> bill = server.get(server.exampleUrl());
            assertThat(bill.statusCode()).isEqualTo(200);
            assertThat(bill.body()).contains("\"jurisdiction\":\"demo\"", "\"sponsorships\":[{", "\"actions\":[{");
            assertThat(server.get(server.adminUrl() + "/livez").statusCode()).isEqualTo(200);
            assertThat(server.get(server.adminUrl() + "/readyz").body()).contains("ready");
            assertThat(server.get(server.publicUrl() + "/openapi.yaml").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused_in_words() throws Exception {
        try (ServerProcess first = ServerProcess.start(dataDirectory).awaitReady();
                ServerProcess second = ServerProcess.start(dataDirectory)) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).contains("another").contains(dataDirectory.toString())
                    .doesNotContain("Exception");
            assertThat(first.get(first.exampleUrl()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void an_import_beside_it_shows_at_once() throws Exception {
        Path file = Files.writeString(dataDirectory.resolve("bills.ndjson"),
                """
                        {"bill_type": "hr", "number": "7", "congress": "113", "introduced_at": "2013-01-03", "status": "INTRODUCED",\
                         "official_title": "To test.", "by_request": false, "actions": [], "cosponsors": [], "subjects": []}
                        """);
        try (ServerProcess server = ServerProcess.start(dataDirectory).awaitReady();
                ServerProcess importing = ServerProcess.run(dataDirectory, "import", "us-congress", file.toString())) {
            assertThat(importing.exitCode()).as(importing.output()).isZero();
            assertThat(importing.output()).contains("1 inserted, 0 updated, 0 unchanged, 0 rejected");
            assertThat(server.get(server.publicUrl() + "/v1/bills/us/113/h.r.7").body()).contains("To test.");
        }
    }

    @Test
    void stopping_leaves_no_process_and_no_loss() throws Exception {
        stopKindlyAndNot(1);
    }

    @Test
    @Tag("soak")
    void stopping_again_and_again_leaves_no_process_and_no_loss() throws Exception {
        stopKindlyAndNot(SOAK_TIMES);
    }

    private void stopKindlyAndNot(int times) throws Exception {
        String expected = null;
        for (int time = 0; time < 2 * times; time++) {
            try (ServerProcess server = ServerProcess.start(dataDirectory).awaitReady()) {
                String bills = server.get(server.publicUrl() + "/v1/bills?limit=200").body();
                expected = expected == null ? bills : expected;
                assertThat(bills).isEqualTo(expected).contains("\"items\":[{");
                if (time % 2 == 0) {
                    assertThat(server.terminate()).isZero();
                } else {
                    server.kill();
                }
                assertNothingIsLeft();
            }
        }
    }

    private void assertNothingIsLeft() throws IOException {
        Path folder = dataDirectory.toRealPath();
        Await.until(UNTIL_NO_PROCESS_IS_LEFT, () -> PostgresProcesses.of(folder).isEmpty(),
                () -> "left: " + PostgresProcesses.of(folder));
    }
}
