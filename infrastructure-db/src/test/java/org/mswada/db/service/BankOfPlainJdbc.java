package org.mswada.db.service;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SplittableRandom;

/** The control: makes transfers the way it is usually written, and tries again when that fails. */
final class BankOfPlainJdbc implements BankTeller {
    private final HikariDataSource pool;
    private final int tries;

    BankOfPlainJdbc(HikariDataSource pool, int tries) {
        this.pool = pool;
        this.tries = tries;
    }

    @Override
    public BankEntry make(BankTransfer transfer, SplittableRandom random) {
        for (int attempt = 1; attempt <= tries; attempt++) {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                enter(connection, transfer);
                move(connection, -transfer.amount(), transfer.payer());
                move(connection, transfer.amount(), transfer.payee());
                connection.commit();
                return new BankEntry(transfer, BankEntry.Told.COMMITTED, "try " + attempt);
            } catch (SQLException triedAgain) {
                continue;
            }
        }
        return new BankEntry(transfer, BankEntry.Told.ROLLED_BACK, "gave up");
    }

    private static void enter(Connection connection, BankTransfer transfer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into transfer values (?, ?, ?, ?)")) {
            statement.setObject(1, transfer.id());
            statement.setInt(2, transfer.payer());
            statement.setInt(3, transfer.payee());
            statement.setInt(4, transfer.amount());
            statement.executeUpdate();
        }
    }

    private static void move(Connection connection, int amount, int account) throws SQLException {
        try (PreparedStatement statement = connection
                .prepareStatement("update account set balance = balance + ? where number = ?")) {
            statement.setInt(1, amount);
            statement.setInt(2, account);
            statement.executeUpdate();
        }
    }
}
