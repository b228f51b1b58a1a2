package org.mswada.db.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the kernel says of this process's TCP sockets: proc(5), /proc/net/tcp.
 *
 * @param files the tables to read, those of IPv4 and IPv6
 */
record KernelSockets(List<Path> files) {
    static final KernelSockets LINUX = new KernelSockets(
            List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6")));
    private static final int REMOTE_ADDRESS = 2;
    private static final int STATE = 3;
    private static final int TIMER = 5;
    private static final String ESTABLISHED = "01";
    private static final String NO_TIMER = "00";
    private static final String KEEP_ALIVE = "02";
    private static final int HEXADECIMAL = 16;

    /** The timer that runs on a socket. */
    enum Timer {
        NONE, KEEP_ALIVE,
        /** One for what was just sent, which hides whether there is another. */
        OTHER
    }

    /**
     * A connection that is established.
     *
     * @param remotePort the port at its other end
     * @param timer its timer
     */
    record Socket(int remotePort, Timer timer) {}

    /** Whether there are such tables. */
    boolean exist() {
        return files.stream().anyMatch(Files::isReadable);
    }

    /** Reads the connections that lead to one of these ports. */
    List<Socket> leadingTo(List<Integer> ports) throws IOException {
        List<Socket> found = new ArrayList<>();
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                continue;
            }
            Files.readAllLines(file).stream().skip(1).map(line -> line.strip().split("\\s+", -1))
                    .filter(columns -> columns.length > TIMER && ESTABLISHED.equals(columns[STATE]))
                    .map(columns -> new Socket(port(columns[REMOTE_ADDRESS]), timer(columns[TIMER])))
                    .filter(socket -> ports.contains(socket.remotePort())).forEach(found::add);
        }
        return found;
    }

    private static Timer timer(String column) {
        return switch (column.substring(0, column.indexOf(':'))) {
            case NO_TIMER -> Timer.NONE;
            case KEEP_ALIVE -> Timer.KEEP_ALIVE;
            default -> Timer.OTHER;
        };
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), HEXADECIMAL);
    }
}
