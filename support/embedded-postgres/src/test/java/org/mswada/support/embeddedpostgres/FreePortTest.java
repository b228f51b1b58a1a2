package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class FreePortTest {

    private static int clientsLowest() throws IOException, InterruptedException {
        Process cat = new ProcessBuilder("cat", "/proc/sys/net/ipv4/ip_local_port_range").start();
        try (BufferedReader range = cat.inputReader(StandardCharsets.US_ASCII)) {
            return Integer.parseInt(range.readLine().split("\\s+", -1)[0]);
        } finally {
            cat.waitFor();
        }
    }

    @Test
    void a_free_port_is_none_that_a_client_may_get() throws Exception {
        int clientsLowest = clientsLowest();
        assumeTrue(clientsLowest > 20_000, "this machine gives low ports to clients");
        for (int round = 0; round < 100; round++) {
            int port = FreePort.find();
            assertThat(port).isBetween(10_000, clientsLowest - 1);
            new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1")).close();
        }
    }
}
