package org.mswada.db.validation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Properties;
import javax.net.SocketFactory;

/**
 * Made by the driver, by its name in a URL ({@link Detour}): sockets that lead through a line, whatever address they are told
 * to connect to. So the driver still knows the server by its own name, and verifies its certificate for that.
 */
public final class DetourSocketFactory extends SocketFactory {
    private static final String PROBE = "-probe";

    private final int port;

    /** Takes what the driver was told: the ports of two lines, and who connects. */
    public DetourSocketFactory(Properties properties) {
        String[] ports = properties.getProperty("socketFactoryArg").split(Detour.SEPARATOR, -1);
        boolean probe = properties.getProperty("ApplicationName", "").endsWith(PROBE);
        this.port = Integer.parseInt(ports[probe ? 1 : 0]);
    }

    @Override
    public Socket createSocket() {
        return new DetourSocket(port);
    }

    @Override
    public Socket createSocket(String host, int ignored) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int ignored) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(String host, int ignored, InetAddress localHost, int localPort) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int ignored, InetAddress localHost, int localPort)
            throws IOException {
        return connected();
    }

    private Socket connected() throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(port), 0);
        return socket;
    }

    private static final class DetourSocket extends Socket {
        private final int port;

        DetourSocket(int port) {
            this.port = port;
        }

        @Override
        public void connect(SocketAddress ignored, int timeout) throws IOException {
            super.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), timeout);
        }
    }
}
