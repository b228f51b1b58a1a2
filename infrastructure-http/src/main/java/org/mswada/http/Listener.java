package org.mswada.http;

import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Jetty server on one port, whose requests run on virtual threads. */
final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    /** More than any request may take, so that none is cut off while it works. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);
    private static final int REQUEST_HEAD_BYTES = 16 * 1024;
    /** An encoded slash may be part of a bill number, as in "2019/0123"; Jetty refuses the other ambiguous paths. */
    private static final UriCompliance PATHS = UriCompliance.DEFAULT.with("encoded-slash",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR);

    private final String purpose;
    private final String variable;
    private final Duration drainTimeout;
    private final ExecutorService requestThreads;
    private final Server server;
    private final ServerConnector connector;
    private final LastAnswers answers = new LastAnswers();

    private Listener(String purpose, String variable, Duration drainTimeout) {
        this.purpose = purpose;
        this.variable = variable;
        this.drainTimeout = drainTimeout;
        this.requestThreads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(purpose + "-", 0).factory());
        QueuedThreadPool socketThreads = new QueuedThreadPool();
        socketThreads.setName(purpose);
        socketThreads.setVirtualThreadsExecutor(requestThreads);
        this.server = new Server(socketThreads);
        this.connector = new ServerConnector(server, new HttpConnectionFactory(httpConfiguration()));
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        server.addConnector(connector);
        server.setErrorHandler(new JettyErrorHandler());
        server.setStopTimeout(drainTimeout.toMillis());
    }

    static Listener ofApi(HttpConfig config, Servlet servlet) {
        Listener listener = new Listener("api", "MSWADA_HTTP_PORT", config.drainTimeout());
        return listener.listen(config.host(), config.port(), limited(config, contextOf(servlet)));
    }

    /** The probes are not limited: they must answer when the public API is at its limit. */
    static Listener ofAdmin(HttpConfig config, Servlet servlet) {
        Listener listener = new Listener("admin", "MSWADA_ADMIN_PORT", config.drainTimeout());
        return listener.listen(config.host(), config.adminPort(), contextOf(servlet));
    }

    private Listener listen(String host, int port, Handler handler) {
        connector.setHost(host);
        connector.setPort(port);
        answers.setHandler(new GracefulHandler(handler));
        server.setHandler(new TraceHandler(answers));
        return this;
    }

    /** Virtual threads cost little, what they ask the database for does not: only so many run and wait. */
    private static Handler limited(HttpConfig config, Handler handler) {
        QoSHandler limit = new QoSHandler(handler);
        limit.setMaxRequestCount(config.maximumConcurrentRequests());
        limit.setMaxSuspendedRequestCount(config.maximumWaitingRequests());
        limit.setMaxSuspend(config.maximumWait());
        return limit;
    }

    private static HttpConfiguration httpConfiguration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        configuration.setRequestHeaderSize(REQUEST_HEAD_BYTES);
        configuration.setUriCompliance(PATHS);
        return configuration;
    }

    private static Handler contextOf(Servlet servlet) {
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(servlet), "/*");
        context.setErrorHandler(new JettyErrorHandler());
        return context;
    }

    void start() {
        if (requestThreads.isShutdown() || server.isStarted()) {
            throw new IllegalStateException("the " + purpose + " server was started before; make a new one");
        }
        try {
            connector.open();
        } catch (Exception taken) {
            close();
            throw new PortUnavailableException(portUnavailable(taken), taken);
        }
        try {
            server.start();
        } catch (Exception failed) {
            close();
            throw new IllegalStateException("the " + purpose + " server does not start: " + failed.getMessage(),
                    failed);
        }
        LOG.info("{} server listens on {}:{}", purpose, connector.getHost(), connector.getLocalPort());
    }

    private String portUnavailable(Exception cause) {
        Throwable root = cause.getCause() == null ? cause : cause.getCause();
        String reason = Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
        return "Cannot listen on " + connector.getHost() + ":" + connector.getPort() + " for the " + purpose
                + " server: "
                + reason + ". Stop what uses the port, set " + variable + " to a free port, or correct the host.";
    }

    void endConnectionsAfterAnswers() {
        answers.begin();
    }

    int port() {
        int port = connector.getLocalPort();
        if (port <= 0) {
            throw new IllegalStateException("the " + purpose + " server does not listen");
        }
        return port;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception unfinished) {
            LOG.warn("Requests to the {} server did not finish within {} and are cut off. "
                    + "If they should, raise the drain time-out: {}", purpose, drainTimeout, unfinished.toString());
        } finally {
            connector.close();
            requestThreads.shutdownNow();
        }
    }
}
