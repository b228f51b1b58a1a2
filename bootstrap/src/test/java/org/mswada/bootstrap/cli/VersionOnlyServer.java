package org.mswada.bootstrap.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server that lets everybody in, says its version, and takes what a driver sets without a look at it (PostgreSQL
 * manual, "Frontend/Backend Protocol"): no PostgreSQL of every version is at hand.
 */
final class VersionOnlyServer implements AutoCloseable {
    private static final int TLS_REQUEST = 80_877_103;
    private static final int GSS_REQUEST = 80_877_104;

    private final String version;
    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    VersionOnlyServer(String version) throws IOException {
        this.version = version;
        Thread.ofPlatform().daemon().name("version-only-server").start(this::accept);
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + listener.getLocalPort() + "/mswada";
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                DataInputStream in = new DataInputStream(client.getInputStream());
                DataOutputStream to = new DataOutputStream(client.getOutputStream())) {
            int request = request(in);
            while (request == TLS_REQUEST || request == GSS_REQUEST) {
                to.writeByte('N');
                request = request(in);
            }
            message(to, 'R', new byte[4]);
            parameter(to, "server_version", version);
            parameter(to, "client_encoding", "UTF8");
            parameter(to, "standard_conforming_strings", "on");
            parameter(to, "integer_datetimes", "on");
            parameter(to, "DateStyle", "ISO, MDY");
            parameter(to, "TimeZone", "UTC");
            message(to, 'K', new byte[8]);
            message(to, 'Z', new byte[]{'I'});
            while (in.read() >= 0) {
                in.skipNBytes(in.readInt() - Integer.BYTES);
                message(to, 'C', "SET\0".getBytes(StandardCharsets.US_ASCII));
                message(to, 'Z', new byte[]{'I'});
            }
        } catch (IOException clientIsGone) {
            // Which is how each of them ends.
        }
    }

    private static int request(DataInputStream in) throws IOException {
        byte[] content = new byte[in.readInt() - 4];
        in.readFully(content);
        return ((content[0] & 0xff) << 24) | ((content[1] & 0xff) << 16) | ((content[2] & 0xff) << 8)
                | (content[3] & 0xff);
    }

    private static void parameter(DataOutputStream to, String name, String value) throws IOException {
        message(to, 'S', (name + "\0" + value + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private static void message(DataOutputStream to, char type, byte[] content) throws IOException {
        to.writeByte(type);
        to.writeInt(content.length + 4);
        to.write(content);
        to.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
