package org.mswada.db.validation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Properties;
import javax.net.SocketFactory;

/** Made by the driver: a detour whose sockets never keep alive, whatever they are told. */
public final class DeafSocketFactory extends SocketFactory {
    private final Properties properties;

    /** Takes what the driver was told. */
    public DeafSocketFactory(Properties properties) {
        this.properties = properties;
    }

    @Override
    public Socket createSocket() {
        String[] ports = properties.getProperty("socketFactoryArg").split(Detour.SEPARATOR, -1);
        boolean probe = properties.getProperty("ApplicationName").endsWith("-probe");
        int port = Integer.parseInt(ports[probe ? 1 : 0]);
        return new Socket() {
            @Override
            public void connect(SocketAddress ignored, int timeout) throws IOException {
                super.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), timeout);
            }

            @Override
            public void setKeepAlive(boolean ignored) {
                // That is the fault.
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("the driver connects by itself");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("the driver connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("the driver connects by itself");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("the driver connects by itself");
    }
}
