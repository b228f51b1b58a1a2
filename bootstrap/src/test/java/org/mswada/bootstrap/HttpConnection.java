package org.mswada.bootstrap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.mswada.bootstrap.SentRequest.Ending;

/** One connection of an HTTP/1.1 client that hides nothing: it never repeats a request, and sees each way to end. */
final class HttpConnection implements AutoCloseable {
    private static final int LONGEST_WAIT = (int) Duration.ofSeconds(60).toMillis();

    private static final int SERVED = 200;

    private final Socket socket;
    private final InputStream in;
    private boolean open = true;

    HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LONGEST_WAIT);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Returns whether another request may be sent. */
    boolean isOpen() {
        return open;
    }

    SentRequest get(String path) {
        long sent = System.nanoTime();
        StringBuilder head = new StringBuilder();
        try {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int next = in.read(); next >= 0; next = in.read()) {
                head.append((char) next);
                if (head.length() > 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                    return body(sent, head.toString());
                }
            }
            return broken(sent, head, "closed");
        } catch (IOException e) {
            return broken(sent, head, e.toString());
        }
    }

    private SentRequest broken(long sent, CharSequence head, String how) {
        open = false;
        return new SentRequest(sent, 0, head.isEmpty() ? Ending.NO_ANSWER : Ending.CUT_ANSWER, how + " after: " + head);
    }

    private SentRequest body(long sent, String head) throws IOException {
        int length = Integer.parseInt(header(head, "content-length"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            return broken(sent, head, "closed after " + body.length + " bytes");
        }
        open = !header(head, "connection").equals("close");
        int status = Integer.parseInt(head.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        String text = new String(body, StandardCharsets.UTF_8);
        if (header(head, "content-type").contains("json") && !(text.startsWith("{") && text.endsWith("}"))) {
            return broken(sent, head + text, "not a whole document");
        }
        return new SentRequest(sent, status, Ending.ANSWERED, status == SERVED ? "" : head + text);
    }

    private static String header(String head, String name) {
        return head.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":")).findFirst()
                .map(line -> line.substring(name.length() + 1).strip()).orElse("");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
