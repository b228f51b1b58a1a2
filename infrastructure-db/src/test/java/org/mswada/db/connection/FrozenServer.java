package org.mswada.db.connection;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.mswada.support.embeddedpostgres.EmbeddedPostgresOptions;
import org.mswada.support.embeddedpostgres.PostgresAddress;
import org.mswada.support.faultinjection.ProcessFaults;
import org.mswada.support.testdatabase.TlsCertificates;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that can be frozen, with TLS for whoever asks for it, and ways to it. */
final class FrozenServer implements AutoCloseable {
    private static final Duration NOTHING_IS_SLOW = Duration.ofMinutes(1);

    private final ProcessFaults processes;
    private final TlsCertificates certificates;

    FrozenServer(Path folder) throws Exception {
        certificates = TlsCertificates.in(folder);
        TlsCertificates.Signed own = certificates.sign("server", "localhost", "localhost");
        processes = ProcessFaults.start(EmbeddedPostgresOptions.temporary().withSettings(Map.of("ssl", "on",
                "ssl_cert_file", own.certificate().toString(), "ssl_key_file", own.pemKey().toString())));
    }

    ProcessFaults processes() {
        return processes;
    }

    DatabaseConfig config(boolean tls) {
        PostgresAddress address = processes.address();
        return new DatabaseConfig("jdbc:postgresql://localhost:" + address.port() + "/postgres", List.of(),
                address.user(), address.password(), Pools.each(PoolConfig.of(0, 2)), TimeoutConfig.DEFAULT,
                tls
                        ? new TlsConfig(TlsConfig.Mode.VERIFY_FULL, certificates.authority(), null, null, null)
                        : TlsConfig.NONE,
                NOTHING_IS_SLOW);
    }

    /** Opens a connection without any time-out, whose socket is one of these. */
    Connection open(NodeSockets sockets, boolean tls) throws SQLException {
        PGSimpleDataSource dataSource = Connections.probe(config(tls));
        sockets.openFor(dataSource, 0);
        return dataSource.getConnection();
    }

    @Override
    public void close() {
        processes.close();
    }
}
