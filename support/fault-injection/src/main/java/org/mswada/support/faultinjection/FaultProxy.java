package org.mswada.support.faultinjection;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy on 127.0.0.1 in front of a PostgreSQL, which breaks connections where and when it is told to. It reads the
 * protocol (version 3) in both directions, so a fault can strike exactly when COMMIT is sent, delivered or answered.
 * Once client and server agree on TLS or GSS encryption it sees bytes only: then faults strike {@link Fault#now} or at
 * {@link Moment#CONNECT}. Whole messages are kept in memory. Its threads are platform threads, so a pinned or starved
 * carrier of the code under test cannot freeze it. Safe for many threads.
 */
public final class FaultProxy implements AutoCloseable {
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private final InetSocketAddress server;
    private final Tally tally = new Tally();
    private final FaultBook book = new FaultBook();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Map<ProxyConnection, Thread> connections = new ConcurrentHashMap<>();
    private final Listener listener = new Listener(this::accept);

    private FaultProxy(InetSocketAddress server) {
        this.server = server;
    }

    /**
     * Opens a proxy on a free port. The server need not run yet: a client whose connection cannot be passed on is reset.
     *
     * @throws FaultInjectionException when no port can be opened
     */
    public static FaultProxy before(String host, int port) {
        FaultProxy proxy = new FaultProxy(new InetSocketAddress(host, port));
        proxy.listener.start();
        return proxy;
    }

    /** Returns where it listens. */
    public String host() {
        return "127.0.0.1";
    }

    /** Returns the TCP port on which it listens. */
    public int port() {
        return listener.port();
    }

    /** Returns the JDBC URL of one database behind this proxy, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + database;
    }

    /** Has the fault strike at once; the same as injecting {@code fault.now()}. */
    public InjectedFault inject(Fault fault) {
        return inject(fault.now());
    }

    /** Sets a rule to work, in addition to those at work. */
    public InjectedFault inject(FaultRule rule) {
        InjectedFault injected = new InjectedFault(rule, accepted.get(), this::heal);
        book.add(injected);
        if (rule.fault() instanceof Fault.Refuse) {
            listener.shut();
            injected.struck();
        } else if (rule.moment().isAt(Stage.NOW)) {
            Strike strike = new Strike(injected, rule.fault(), injected::struck);
            connections.keySet().forEach(connection -> connection.apply(strike));
        }
        return injected;
    }

    /** Lets a plan decide from now on, instead of the plan before. */
    public void follow(FaultPlan plan) {
        replacePlan(Optional.of(plan));
    }

    /** Ends all rules and the plan, and heals what they did: held bytes go on. Cut connections stay cut. */
    public void heal() {
        book.injected().forEach(this::heal);
        replacePlan(Optional.empty());
    }

    private void heal(InjectedFault fault) {
        if (book.remove(fault)) {
            if (fault.rule().fault() instanceof Fault.Refuse) {
                listener.open();
            }
            connections.keySet().forEach(connection -> connection.heal(fault));
        }
    }

    private void replacePlan(Optional<FaultPlan> next) {
        book.follow(next)
                .ifPresent(former -> connections.keySet().forEach(connection -> connection.heal(former)));
    }

    /** Returns what went through so far. */
    public ProxyCounters counters() {
        return tally.counters();
    }

    /** Returns how many connections have not ended on both sides; the server's may outlive the client's. */
    public int openConnections() {
        return connections.size();
    }

    private void accept(Socket client) {
        tally.connection();
        int number = accepted.incrementAndGet();
        ProxyConnection connection = new ProxyConnection(number, client, book, tally);
        Thread thread = Thread.ofPlatform().daemon().name("fault-proxy-" + port() + "-" + number).unstarted(() -> {
            connection.serve(server);
            connections.remove(connection);
        });
        // As one step, for whoever closes waits for the threads that he finds.
        connections.compute(connection, (_, _) -> {
            thread.start();
            return thread;
        });
    }

    /** Ends all connections at once, drops held bytes, and returns when its threads have ended. */
    @Override
    public void close() {
        listener.close();
        try {
            for (Map.Entry<ProxyConnection, Thread> connection : connections.entrySet()) {
                connection.getKey().close();
                if (!connection.getValue().join(END_LIMIT)) {
                    throw new FaultInjectionException("A connection of the fault proxy on port " + port()
                            + " did not end within " + END_LIMIT + "; look at a thread dump.", null);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
