package org.mswada.bootstrap;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.ConfigSources;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.bootstrap.server.Server;
import org.mswada.support.faultinjection.Direction;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.faultinjection.FaultRule;
import org.mswada.support.faultinjection.InjectedFault;
import org.mswada.support.faultinjection.Moment;

/** One start of the server with one fault somewhere in it, all decided by a seed; then its stop. */
final class FaultyStart {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int STATEMENTS = 40;
    private static final int BYTES = 6_000;
    private static final int START_MILLIS = 900;
    private static final int EMBEDDED_MILLIS = 2_500;

    /** What goes wrong. */
    enum Kind {
        NOTHING, CUT_AT_STATEMENT, CUT_AFTER_BYTES, CUT_AT_LOGIN, FROZEN, FROZEN_FOR_A_WHILE, REFUSED, SILENT,
        PORT_TAKEN,
        ADMIN_PORT_TAKEN, WRONG_PASSWORD, SCHEMA_BEHIND, LATER_COMPONENT, INTERRUPTED, CLOSED_MEANWHILE, FOLDER_LOCKED,
        EMBEDDED_KILLED, EMBEDDED_INTERRUPTED, EMBEDDED_CLOSED_MEANWHILE;

        boolean isEmbedded() {
            return ordinal() >= FOLDER_LOCKED.ordinal();
        }
    }

    private final Random random;
    private final Kind kind;
    private final Map<String, String> variables;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

    private final Lifecycle lifecycle = new Lifecycle();
    private final List<String> talk = new CopyOnWriteArrayList<>();
    private volatile String outcome = "not ended";
    private volatile boolean struck;

    /** Will start it with these variables, which name no port. */
    FaultyStart(Random random, Kind kind, Map<String, String> variables) {
        this.random = random;
        this.kind = kind;
        this.variables = new HashMap<>(variables);
        this.variables.putAll(Map.of("MSWADA_HTTP_PORT", "0", "MSWADA_ADMIN_PORT", "0", "MSWADA_DRAIN_DELAY", "0s"));
    }

    /** Runs it to its end; {@code proxy} is what the variables' database is behind, if it is not embedded. */
    void run(FaultProxy proxy) throws Exception {
        Optional<InjectedFault> injected = lay(proxy);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            if (kind == Kind.PORT_TAKEN || kind == Kind.ADMIN_PORT_TAKEN) {
                variables.put(kind == Kind.PORT_TAKEN ? "MSWADA_HTTP_PORT" : "MSWADA_ADMIN_PORT",
                        Integer.toString(taken.getLocalPort()));
            }
            ServerConfig config = ConfigReader.read(ConfigSources.of(variables));
            Thread start = Thread.ofPlatform().name("start").start(() -> startAndStop(config));
            strike(start);
            if (!start.join(LIMIT)) {
                throw new AssertionError("it did not end within " + LIMIT + ": " + this + " at "
                        + List.of(start.getStackTrace()));
            }
            struck |= injected.map(InjectedFault::strikes).orElse(0) > 0;
        }
    }

    private Optional<InjectedFault> lay(FaultProxy proxy) {
        AtomicInteger seen = new AtomicInteger();
        int statement = 1 + random.nextInt(STATEMENTS);
        Moment moment = random.nextBoolean()
                ? Moment.statementSent(_ -> seen.incrementAndGet() == statement)
                : Moment.statementAnswered(_ -> seen.incrementAndGet() == statement);
        Fault.Cut cut = random.nextBoolean() ? Fault.reset() : Fault.fin();
        Direction direction = random.nextBoolean() ? Direction.TO_CLIENT : Direction.TO_SERVER;
        FaultRule rule = switch (kind) {
            case CUT_AT_STATEMENT -> cut.when(moment);
            case CUT_AFTER_BYTES -> Fault.cutAfter(direction, 1 + random.nextInt(BYTES), cut).when(Moment.CONNECT)
                    .always();
            case CUT_AT_LOGIN -> cut.when(Moment.STARTUP).times(1 + random.nextInt(4));
            case FROZEN -> Fault.hold(direction).when(moment);
            case FROZEN_FOR_A_WHILE ->
                Fault.hold(Direction.BOTH).lasting(Duration.ofMillis(random.nextInt(1_500))).when(moment);
            case REFUSED -> Fault.refuse().now();
            case SILENT -> Fault.neverAnswer().when(Moment.CONNECT).times(1 + random.nextInt(4));
            default -> null;
        };
        return Optional.ofNullable(rule).map(proxy::inject);
    }

    private void strike(Thread start) {
        int millis = random.nextInt(kind.isEmbedded() ? EMBEDDED_MILLIS : START_MILLIS);
        switch (kind) {
            case INTERRUPTED, EMBEDDED_INTERRUPTED -> {
                pause(millis, start);
                struck = start.isAlive();
                start.interrupt();
            }
            case CLOSED_MEANWHILE, EMBEDDED_CLOSED_MEANWHILE -> {
                pause(millis, start);
                struck = start.isAlive();
                lifecycle.close();
            }
            case EMBEDDED_KILLED -> {
                List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
                pause(millis, start);
                struck = ProcessHandle.current().descendants().filter(child -> !before.contains(child))
                        .filter(ProcessHandle::destroyForcibly).count() > 0;
            }
            default -> {}
        }
    }

    private static void pause(int millis, Thread start) {
        long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        for (long left = end - System.nanoTime(); left > 0 && start.isAlive(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** As {@code serve} does it. */
    private void startAndStop(ServerConfig config) {
        try {
            Server server = Server.start(config, DatabaseAccess.own(config, lifecycle, talk::add), lifecycle,
                    talk::add);
            if (kind == Kind.LATER_COMPONENT) {
                lifecycle.start("later component", CLOSE_LIMIT, () -> {
                    throw new IllegalStateException("does not start");
                });
            }
            outcome = server.isReady() ? "ready" : "waiting";
            pause(random.nextInt(400), Thread.currentThread());
        } catch (Exception failure) {
            outcome = "failed: " + failure;
            lifecycle.closeAfter(failure);
        } finally {
            lifecycle.close();
        }
    }

    /** Whether what was to go wrong did; a fault that was drawn for later than the start took did not. */
    boolean isAsMeant() {
        return kind == Kind.NOTHING || struck || outcome.startsWith("failed");
    }

    boolean isReady() {
        return outcome.equals("ready");
    }

    @Override
    public String toString() {
        return kind + " in " + variables.get("MSWADA_ENV") + ", " + outcome + ", told " + talk;
    }
}
