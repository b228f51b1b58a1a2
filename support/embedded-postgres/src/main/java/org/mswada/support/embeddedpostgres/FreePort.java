package org.mswada.support.embeddedpostgres;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds a port that nobody listens on, and that the system gives to no client: a server that is down for a while comes
 * back on its port, and a client that calls meanwhile from that very port would even be connected with itself.
 */
final class FreePort {
    private static final Path CLIENTS_RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int LOWEST = 10_000;
    private static final int ATTEMPTS = 50;

    private FreePort() {}

    static int find() throws IOException {
        int clientsLowest = clientsLowest();
        for (int attempt = 0; clientsLowest > LOWEST && attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, clientsLowest);
            if (isFree(port)) {
                return port;
            }
        }
        try (ServerSocket any = open(0)) {
            return any.getLocalPort();
        }
    }

    /** Such a file must be read in one piece: Files.readString begins with a single byte, and gets no other. */
    private static int clientsLowest() {
        try (Scanner range = new Scanner(CLIENTS_RANGE, StandardCharsets.US_ASCII)) {
            return range.hasNextInt() ? range.nextInt() : LOWEST;
        } catch (IOException unknownHere) {
            return LOWEST;
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket _ = open(port)) {
            return true;
        } catch (BindException taken) {
            return false;
        }
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.ofLiteral(ServerSettings.HOST));
    }
}
