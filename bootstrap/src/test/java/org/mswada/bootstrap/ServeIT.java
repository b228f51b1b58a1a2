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
    void it_answers_its_example_and_the_probes_keeps_its_folder_and_shows_what_is_imported_beside_it()
            throws Exception {
        try (ServerProcess server = ServerProcess.start(dataDirectory).awaitReady()) {
            HttpResponse<String> bill = server.get(server.exampleUrl());
            assertThat(bill.statusCode()).isEqualTo(200);
            assertThat(bill.body()).contains("\"jurisdiction\":\"demo\"", "\"sponsorships\":[{", "\"actions\":[{");
            assertThat(server.get(server.adminUrl() + "/livez").statusCode()).isEqualTo(200);
            assertThat(server.get(server.adminUrl() + "/readyz").body()).contains("ready");
            assertThat(server.get(server.publicUrl() + "/openapi.yaml").statusCode()).isEqualTo(200);
            aSecondServerOnTheSameFolderIsRefusedInWords();
            importOneBill(7);
            assertThat(server.get(server.publicUrl() + "/v1/bills/us/113/h.r.7").body()).contains("To test.");
        }
    }

    private void aSecondServerOnTheSameFolderIsRefusedInWords() throws Exception {
        try (ServerProcess second = ServerProcess.start(dataDirectory)) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).contains("already runs one there", dataDirectory.toString())
                    .doesNotContain("Exception");
        }
    }

    @Test
    void a_start_that_is_killed_while_the_demo_loads_is_made_good_by_the_next() throws Exception {
        try (ServerProcess killed = ServerProcess.start(dataDirectory)) {
            killed.awaitOutput("loading the demo legislature");
            killed.kill();
        }
        try (ServerProcess server = ServerProcess.start(dataDirectory).awaitReady()) {
            int items = 0;
            for (String session : new String[]{"2024", "2025"}) {
                String list = server.get(server.publicUrl() + "/v1/bills?limit=200&session=" + session).body();
                items += list.split("\"id\":").length - 1;
            }
            assertThat(items).isEqualTo(300);
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

    /** Each round: all that was acknowledged before is there; one more bill is acknowledged; the signal comes at once. */
    private void stopKindlyAndNot(int times) throws Exception {
        for (int round = 0; round < 2 * times; round++) {
            try (ServerProcess server = ServerProcess.start(dataDirectory).awaitReady()) {
                for (int earlier = 0; earlier < round; earlier++) {
                    assertThat(server.get(server.publicUrl() + "/v1/bills/us/113/hr" + (earlier + 1)).statusCode())
                            .as("bill of round " + earlier).isEqualTo(200);
                }
                importOneBill(round + 1);
                if (round % 2 == 0) {
                    server.kill();
                } else {
                    assertThat(server.terminate()).isZero();
                    assertThat(server.output()).contains("stopping ...", "stopped");
                }
                assertNothingIsLeft();
            }
        }
    }

    private void importOneBill(int number) throws Exception {
        try (ServerProcess importing = ServerProcess.run(dataDirectory, "import", "us-congress",
                bill(number).toString())) {
            assertThat(importing.exitCode()).as(importing.output()).isZero();
            assertThat(importing.output()).contains("1 inserted, 0 updated, 0 unchanged, 0 rejected");
        }
    }

    private Path bill(int number) throws IOException {
        return Files.writeString(dataDirectory.resolve("bill-" + number + ".ndjson"),
                """
                        {"bill_type": "hr", "number": "%d", "congress": "113", "introduced_at": "2013-01-03", "status": "INTRODUCED",\
                         "official_title": "To test.", "by_request": false, "actions": [], "cosponsors": [], "subjects": []}
                        """
                        .formatted(number));
    }

    private void assertNothingIsLeft() throws IOException {
        Path folder = dataDirectory.toRealPath();
        Await.until(UNTIL_NO_PROCESS_IS_LEFT, () -> PostgresProcesses.of(folder).isEmpty(),
                () -> "left: " + PostgresProcesses.of(folder));
    }
}
