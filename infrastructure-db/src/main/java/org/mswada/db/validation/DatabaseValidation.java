package org.mswada.db.validation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mswada.db.connection.Connections;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.StorageOverloaded;
import org.mswada.domain.storage.StorageUnavailable;
import org.mswada.domain.storage.UnexpectedStorageFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves on a database that what is promised of the data layer holds there, each promise by a measurement, on small services
 * whose connections lead through lines that only they use. Stores nothing; takes {@value Bench#CONNECTIONS} connections at
 * most, and some 15 seconds. Used by one thread.
 */
public final class DatabaseValidation {
    private static final Logger LOGGER = LoggerFactory.getLogger(DatabaseValidation.class);
    /** Connections of one service may still end while those of the next begin. */
    private static final int SPARE = 2;
    private static final String IN_THE_WAY = "the database got into the way: ";

    private final DatabaseConfig config;
    private final Bench bench;
    private final Consumer<String> talk;
    private final List<Check> checks;

    /**
     * Will look at this database.
     *
     * @param services opens services as the server does
     * @param talk told what is being done
     */
    public DatabaseValidation(DatabaseConfig config, BreakableLine.Factory lines, ServiceOpener services,
            Consumer<String> talk) {
        this(config, lines, services, talk, List.of(CircuitCheck.check(), HealthCheck.check(), BackOffCheck.check(),
                KeepAliveCheck.check(KernelSockets.LINUX), SlowStatementCheck.check(config.slowLimit()),
                RoutingCheck.check(), PoolLimitCheck.check(), PoolMetricsCheck.check(), RollbackCheck.check()));
    }

    DatabaseValidation(DatabaseConfig config, BreakableLine.Factory lines, ServiceOpener services,
            Consumer<String> talk, List<Check> checks) {
        this.config = config;
        this.bench = new Bench(config, lines, services);
        this.talk = talk;
        this.checks = checks;
    }

    /**
     * Measures.
     *
     * @throws StorageUnavailable if the database cannot be reached
     * @throws StorageOverloaded if it has too few connections to spare
     * @throws UnexpectedStorageFailure if it does not let us in
     */
    public ValidationReport run() throws InterruptedException {
        String version = lookFirst();
        List<ValidationLine> lines = new ArrayList<>();
        for (Check check : checks) {
            talk.accept("measuring " + check.name() + " ...");
            Measurement measured = measure(check);
            lines.add(line(check.name(), check.expected(), check.remedy(), measured));
        }
        return new ValidationReport(database(), version, lines);
    }

    /** Makes a line of what was measured; the remedy is left out where nothing is to be done. */
    public static ValidationLine line(String name, String expected, String remedy, Measurement measured) {
        return new ValidationLine(name, measured.verdict(), expected, measured.text(), switch (measured.verdict()) {
            case PASSED -> null;
            case FAILED -> remedy;
            case NOT_MEASURED -> "Nothing is known of this promise. Remove the reason and run this again.";
        });
    }

    /** Says that this failure kept a promise from being measured. One that nobody foresaw is a bug and is logged. */
    public static Measurement unmeasured(String name, RuntimeException failure) {
        if (failure instanceof StorageException) {
            return Measurement.impossible(IN_THE_WAY + failure.getMessage());
        }
        LOGGER.atError().setMessage("bug in a validation").addKeyValue("promise", name).setCause(failure).log();
        return Measurement.impossible("this is a bug of Mswada, please report it with the log: " + failure);
    }

    private String lookFirst() {
        try (Connection connection = Connections.planning(config).getConnection()) {
            Slots.require(connection, Bench.CONNECTIONS + SPARE);
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private Measurement measure(Check check) throws InterruptedException {
        if (Detour.isImpossible(config)) {
            return Measurement
                    .impossible("MSWADA_DB_URL has a socketFactory, which the way that can be broken replaces");
        }
        try {
            return check.measuring().on(bench);
        } catch (SQLException e) {
            return Measurement.impossible(IN_THE_WAY + e.getMessage());
        } catch (RuntimeException e) {
            return unmeasured(check.name(), e);
        }
    }

    private StorageException translated(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String reason = "The database at " + database();
        if (state.startsWith("08") || state.startsWith("57P")) {
            return new StorageUnavailable(reason + " cannot be reached: " + failure.getMessage()
                    + " Check that it runs and that MSWADA_DB_URL names it.", failure);
        }
        if (state.equals("53300")) {
            return new StorageOverloaded(reason + " has no connection to spare: " + failure.getMessage()
                    + ". Try again when fewer are in use, or raise max_connections.", Slots.TRY_AGAIN, failure);
        }
        return new UnexpectedStorageFailure(reason + " did not let '" + config.user() + "' in: "
                + failure.getMessage() + ". Check MSWADA_DB_URL, MSWADA_DB_USER and MSWADA_DB_PASSWORD.", failure);
    }

    private String database() {
        return config.url().replaceFirst("\\?.*", "");
    }
}
