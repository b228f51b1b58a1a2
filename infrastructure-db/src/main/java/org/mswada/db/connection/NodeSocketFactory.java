package org.mswada.db.connection;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.core.SocketFactoryFactory;
import org.postgresql.util.PSQLException;

/**
 * Made by the driver, by its name, for each connection: sockets that {@link NodeSockets} knows. Where the URL names a
 * factory of its own, that one makes them.
 */
public final class NodeSocketFactory extends SocketFactory {
    private static final String SEPARATOR = " ";
    private static final int PARTS = 4;

    private final NodeSockets sockets;
    private final int limitMillis;
    private final @Nullable SocketFactory own;

    /** Takes what the driver was told. */
    public NodeSocketFactory(Properties properties) throws PSQLException {
        String[] parts = properties.getProperty(PGProperty.SOCKET_FACTORY_ARG.getName(), "").split(SEPARATOR, PARTS);
        NodeSockets known = NodeSockets.of(parts[0]);
        if (known == null) {
            throw new IllegalStateException("the sockets of this data source are closed for good: it was used after "
                    + "the service that it belongs to was shut down");
        }
        this.sockets = known;
        this.limitMillis = Integer.parseInt(parts[1]);
        this.own = parts.length < PARTS ? null : own(properties, parts[2], parts[3]);
    }

    private static SocketFactory own(Properties properties, String name, String argument) throws PSQLException {
        Properties its = new Properties();
        its.putAll(properties);
        its.setProperty(PGProperty.SOCKET_FACTORY.getName(), name);
        its.setProperty(PGProperty.SOCKET_FACTORY_ARG.getName(), argument);
        return SocketFactoryFactory.getSocketFactory(its);
    }

    static String argument(String key, int limitMillis, @Nullable String ownName, @Nullable String ownArgument) {
        String ours = key + SEPARATOR + limitMillis;
        return ownName == null
                ? ours
                : ours + SEPARATOR + ownName + SEPARATOR + (ownArgument == null ? "" : ownArgument);
    }

    @Override
    public Socket createSocket() throws IOException {
        return sockets.taken(own == null ? new LimitedSocket(limitMillis, sockets) : own.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    /** The driver does not connect like this, but a factory must be able to. */
    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address, 0);
        return socket;
    }
}
