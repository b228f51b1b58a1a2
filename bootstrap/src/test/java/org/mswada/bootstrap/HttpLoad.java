package org.mswada.bootstrap;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.mswada.bootstrap.SentRequest.Ending;

/** Clients that each send one request after the other on a connection that they keep for as long as the server does. */
public final class HttpLoad implements AutoCloseable {
    private static final long BEFORE_TRYING_AGAIN = 20_000_000;

    private final int port;
    private final List<String> paths;
    private final Queue<SentRequest> requests = new ConcurrentLinkedQueue<>();
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean ending;

    private HttpLoad(int port, List<String> paths) {
        this.port = port;
        this.paths = paths;
    }

    /** Begins; each client takes one of these paths after the other. */
    public static HttpLoad of(int clients, int port, List<String> paths) {
        HttpLoad load = new HttpLoad(port, paths);
        for (int client = 0; client < clients; client++) {
            int first = client;
            load.clients.execute(() -> load.keepAsking(first));
        }
        return load;
    }

    private void keepAsking(int first) {
        int next = first;
        while (!ending) {
            long before = System.nanoTime();
            try (HttpConnection connection = new HttpConnection(port)) {
                while (!ending && connection.isOpen()) {
                    SentRequest request = connection.get(paths.get(next++ % paths.size()));
                    requests.add(request);
                    if (!request.isServed()) {
                        LockSupport.parkNanos(BEFORE_TRYING_AGAIN);
                    }
                }
            } catch (IOException refused) {
                requests.add(new SentRequest(before, 0, Ending.NOT_CONNECTED, refused.toString()));
                LockSupport.parkNanos(BEFORE_TRYING_AGAIN);
            }
        }
    }

    /** Returns the requests that have ended so far. */
    public List<SentRequest> ended() {
        return List.copyOf(requests);
    }

    /** Returns how many requests were served so far. */
    public long served() {
        return requests.stream().filter(SentRequest::isServed).count();
    }

    /** Lets each client end the request that it is in, and returns them all. */
    public List<SentRequest> end() {
        ending = true;
        clients.close();
        return ended();
    }

    /** Returns how often each ending was met, for people. */
    public static String summary(List<SentRequest> requests) {
        return requests.stream().collect(Collectors.groupingBy(
                request -> request.ending() + (request.status() == 0 ? "" : " " + request.status()),
                Collectors.counting())).toString();
    }

    @Override
    public void close() {
        end();
    }
}
