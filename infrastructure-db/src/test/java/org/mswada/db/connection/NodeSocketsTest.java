package org.mswada.db.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.util.PSQLException;

final class NodeSocketsTest {
    private static final int TIMES = 10_000;

    @Test
    void after_ten_thousand_connections_only_those_that_are_open_are_known() throws Exception {
        try (NodeSockets sockets = new NodeSockets();
                ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            NodeSocketFactory factory = new NodeSocketFactory(told(sockets, new PGSimpleDataSource()));
            List<Socket> kept = new ArrayList<>();
            for (int count = 0; count < TIMES; count++) {
                Socket socket = factory.createSocket();
                if (count % 1_000 == 0) {
                    socket.connect(server.getLocalSocketAddress(), 0);
                    kept.add(socket);
                } else {
                    socket.close();
                }
            }
            assertThat(sockets.size()).isLessThanOrEqualTo(11);

            sockets.closeAll();

            assertThat(kept).hasSize(10).allMatch(Socket::isClosed);
            assertThat(sockets.size()).isZero();
        }
    }

    @Test
    void nothing_is_left_of_those_that_are_closed_for_good() throws Exception {
        int before = NodeSockets.registered();
        NodeSockets sockets = new NodeSockets();
        Properties told = told(sockets, new PGSimpleDataSource());
        NodeSocketFactory factory = new NodeSocketFactory(told);
        assertThat(NodeSockets.registered()).isEqualTo(before + 1);

        sockets.close();

        assertThat(NodeSockets.registered()).isEqualTo(before);
        assertThat(factory.createSocket().isClosed()).isTrue();
        assertThatThrownBy(() -> new NodeSocketFactory(told)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed for good");
    }

    @Test
    void sockets_of_different_pools_have_nothing_to_do_with_each_other() throws Exception {
        try (NodeSockets ours = new NodeSockets(); NodeSockets theirs = new NodeSockets()) {
            Socket our = new NodeSocketFactory(told(ours, new PGSimpleDataSource())).createSocket();
            try (Socket their = new NodeSocketFactory(told(theirs, new PGSimpleDataSource())).createSocket()) {
                ours.closeAll();

                assertThat(our.isClosed()).isTrue();
                assertThat(their.isClosed()).isFalse();
            }
        }
    }

    @Test
    void a_factory_of_the_urls_own_makes_the_sockets() throws Exception {
        try (NodeSockets sockets = new NodeSockets()) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl("jdbc:postgresql://127.0.0.1:1/none?socketFactory=" + OwnFactory.class.getName()
                    + "&socketFactoryArg=of its own");
            Socket socket = new NodeSocketFactory(told(sockets, dataSource)).createSocket();

            assertThat(socket).isInstanceOf(OwnFactory.OwnSocket.class).hasToString("of its own");
            sockets.closeAll();
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void a_limit_in_milliseconds_holds_whatever_the_driver_says() throws Exception {
        try (NodeSockets sockets = new NodeSockets()) {
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            sockets.openFor(dataSource, 250);
            try (Socket socket = new NodeSocketFactory(told(dataSource)).createSocket()) {
                socket.setSoTimeout(1_000);
                assertThat(socket.getSoTimeout()).isEqualTo(250);
                socket.setSoTimeout(0);
                assertThat(socket.getSoTimeout()).isEqualTo(250);
                socket.setSoTimeout(100);
                assertThat(socket.getSoTimeout()).isEqualTo(100);
            }
        }
    }

    @Test
    void without_a_limit_the_driver_decides() throws IOException, PSQLException {
        try (NodeSockets sockets = new NodeSockets();
                Socket socket = new NodeSocketFactory(told(sockets, new PGSimpleDataSource())).createSocket()) {
            socket.setSoTimeout(40_000);
            assertThat(socket.getSoTimeout()).isEqualTo(40_000);
        }
    }

    private static Properties told(NodeSockets sockets, PGSimpleDataSource dataSource) {
        sockets.openFor(dataSource, 0);
        return told(dataSource);
    }

    /** What the driver tells the factory. */
    private static Properties told(PGSimpleDataSource dataSource) {
        assertThat(dataSource.getSocketFactory()).isEqualTo(NodeSocketFactory.class.getName());
        Properties properties = new Properties();
        properties.setProperty("socketFactoryArg", dataSource.getSocketFactoryArg());
        return properties;
    }

    /** A factory that a URL may name. */
    public static final class OwnFactory extends javax.net.SocketFactory {
        private final String argument;

        public OwnFactory(String argument) {
            this.argument = argument;
        }

        @Override
        public Socket createSocket() {
            return new OwnSocket(argument);
        }

        @Override
        public Socket createSocket(String host, int port) throws SocketException {
            throw new SocketException("not asked for");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
                throws SocketException {
            throw new SocketException("not asked for");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws SocketException {
            throw new SocketException("not asked for");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
                throws SocketException {
            throw new SocketException("not asked for");
        }

        private static final class OwnSocket extends Socket {
            private final String argument;

            OwnSocket(String argument) {
                this.argument = argument;
            }

            @Override
            public String toString() {
                return argument;
            }
        }
    }
}
