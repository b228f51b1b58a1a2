package org.mswada.db.alignment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.TlsConfig;

/** Finds settings of a server that do not go together with how it is going to be used. */
final class SettingsCheck {
    private static final int OLDEST = 15;
    private static final int NEWEST = 18;
    /** One connection for the probe, one for the plans of slow statements, one for whoever migrates or looks. */
    private static final int BESIDE_THE_POOLS = 3;
    private static final String NO_LIMIT = "no limit";

    private final DatabaseConfig config;
    private final ServerSettings settings;

    SettingsCheck(DatabaseConfig config, ServerSettings settings) {
        this.config = config;
        this.settings = settings;
    }

    List<Finding> findings() {
        return Stream.of(version(), encoding(), connections("max_connections", free()),
                connections("role_connection_limit", settings.number("role_connection_limit")),
                connections("database_connection_limit", settings.number("database_connection_limit")), primary(),
                readOnly(), idleInTransaction(), idleSession(), statements(), transactions(), encryption(),
                durable("fsync"), durable("synchronous_commit"), durable("full_page_writes"))
                .flatMap(Optional::stream).toList();
    }

    private long free() {
        return settings.number("max_connections") - settings.number("superuser_reserved_connections")
                - settings.number("reserved_connections");
    }

    private Optional<Finding> version() {
        long version = settings.number("server_version_major");
        return when(version < OLDEST || version > NEWEST, "server_version", "PostgreSQL " + OLDEST + " to " + NEWEST,
                "PostgreSQL " + version, "Nobody tried Mswada with this version. Use one that is supported.");
    }

    private Optional<Finding> encoding() {
        return when(!settings.text("server_encoding").equals("UTF8"), "server_encoding", "UTF8",
                settings.text("server_encoding"),
                "Names of other languages cannot be stored. Make the database again with encoding UTF8.");
    }

    /** A limit of -1 is none. */
    private Optional<Finding> connections(String setting, long allowed) {
        long needed = config.pools().maximumPoolSize() + (long) BESIDE_THE_POOLS;
        return when(allowed >= 0 && allowed < needed, setting, "at least " + needed + " for one server process",
                allowed + " for ordinary roles", "The two pools may open " + config.pools().maximumPoolSize() + ", and "
                        + BESIDE_THE_POOLS + " are needed beside them: under load connections are refused. Raise "
                        + setting + " or lower db.pool.maximum-size.");
    }

    private Optional<Finding> primary() {
        return when(settings.isOn("in_recovery"), "in_recovery", "a primary", "a standby",
                "It refuses every write. Let MSWADA_DB_URL name the primary.");
    }

    private Optional<Finding> readOnly() {
        return when(settings.isOn("default_transaction_read_only"), "default_transaction_read_only", "off", "on",
                "Every write is refused. Turn it off for this role and database.");
    }

    /** A unit of work may think between two statements, and one that froze must not keep its locks. */
    private Optional<Finding> idleInTransaction() {
        Duration limit = settings.milliseconds("idle_in_transaction_session_timeout");
        Duration least = config.timeouts().statement();
        return when(limit.compareTo(least) < 0, "idle_in_transaction_session_timeout", "at least " + words(least),
                words(limit), limit.isZero()
                        ? "A process that freezes in the middle of a transaction keeps its locks until its host is "
                                + "given up. Set it for this role, such as to 60s."
                        : "Transactions that are well are ended while the server thinks. Raise it.");
    }

    private Optional<Finding> idleSession() {
        Duration limit = settings.milliseconds("idle_session_timeout");
        return when(!limit.isZero(), "idle_session_timeout", NO_LIMIT, words(limit),
                "It closes connections that the pool keeps ready. Turn it off for this role.");
    }

    private Optional<Finding> statements() {
        Duration limit = settings.milliseconds("statement_timeout");
        return when(!limit.isZero() && limit.compareTo(config.timeouts().statement()) < 0, "statement_timeout",
                NO_LIMIT + " or at least " + words(config.timeouts().statement()), words(limit),
                "The server sets its own for each connection, migrations do not: building an index would be cut off. "
                        + "Raise it, or set it for other roles only.");
    }

    private Optional<Finding> transactions() {
        Duration limit = settings.milliseconds("transaction_timeout");
        return when(!limit.isZero() && limit.compareTo(config.timeouts().statement()) < 0, "transaction_timeout",
                NO_LIMIT + " or at least " + words(config.timeouts().statement()), words(limit),
                "It ends transactions whose statements are all within their limit. Raise it.");
    }

    private Optional<Finding> encryption() {
        TlsConfig.Mode mode = config.tls().mode();
        return when(mode != TlsConfig.Mode.DISABLE && !settings.isOn("connection_encrypted"), "ssl",
                "encrypted connections, as TLS mode " + mode.label() + " asks",
                settings.isOn("ssl") ? "on, but this connection is not encrypted" : settings.text("ssl"),
                "Whoever is between can read and change everything. Turn ssl on at the server, and ask for verify-full.");
    }

    private Optional<Finding> durable(String setting) {
        return when(settings.text(setting).equals("off"), setting, "on", "off",
                "A crash loses what was acknowledged. Turn it on wherever data matter.");
    }

    private static Optional<Finding> when(boolean wrong, String setting, String expected, String found,
            String remedy) {
        return wrong
                ? Optional.of(Finding.warning("setting " + setting, expected, found, remedy))
                : Optional.empty();
    }

    private static String words(Duration limit) {
        return limit.isZero() ? NO_LIMIT : limit.toMillis() + " ms";
    }
}
