package org.mswada.db.service;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.mswada.db.execution.Isolation;
import org.mswada.db.execution.JooqSession;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.OutcomeUnknown;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.WriteSession;

/** Makes transfers through a {@link DatabaseService}, in all its ways of writing. */
final class BankOfService implements BankTeller {
    private static final Operation TRANSFER = Operation.write("bank.transfer").within(Duration.ofSeconds(1));
    private static final Operation REPEATABLE_TRANSFER = Operation.write("bank.repeatable-transfer")
            .within(Duration.ofSeconds(1)).repeatable();
    private static final String ENTER = "insert into transfer values (?, ?, ?, ?)";
    private static final String ENTER_ONCE = ENTER + " on conflict do nothing";
    private static final String MOVE = "update account set balance = balance + ? where number = ?";
    private static final String ALL_IN_ONE = "with entered as (" + ENTER + " returning payer, payee, amount) "
            + "update account set balance = balance + case number when payee then amount else -amount end "
            + "from entered where number in (payer, payee)";

    private final DatabaseService service;
    private final Map<String, Integer> trouble = new ConcurrentHashMap<>();

    BankOfService(DatabaseService service) {
        this.service = service;
    }

    @Override
    public BankEntry make(BankTransfer transfer, SplittableRandom random) {
        return switch (random.nextInt(10)) {
            case 0 -> inTransaction(transfer, Isolation.REPEATABLE_READ);
            case 1 -> inTransaction(transfer, Isolation.SERIALIZABLE);
            case 2, 3, 4 -> inTransaction(transfer, Isolation.READ_COMMITTED);
            case 5, 6, 7 -> repeatably(transfer);
            default -> inOneStatement(transfer);
        };
    }

    /** Returns how often a statement failed, by SQLSTATE, and a transfer, by what its client was told. */
    Map<String, Integer> trouble() {
        return trouble;
    }

    private BankEntry inTransaction(BankTransfer transfer, Isolation isolation) {
        return entry(transfer, isolation,
                service.withTransaction(TRANSFER, new TransactionOptions(isolation), session -> {
                    execute(session, ENTER, transfer.id(), transfer.payer(), transfer.payee(), transfer.amount());
                    move(session, transfer);
                    return true;
                }));
    }

    private BankEntry repeatably(BankTransfer transfer) {
        return entry(transfer, "repeatable",
                service.withTransaction(REPEATABLE_TRANSFER, TransactionOptions.DEFAULT, session -> {
                    boolean isNew = execute(session, ENTER_ONCE, transfer.id(), transfer.payer(), transfer.payee(),
                            transfer.amount()) == 1;
                    if (isNew) {
                        move(session, transfer);
                    }
                    return isNew;
                }));
    }

    private BankEntry inOneStatement(BankTransfer transfer) {
        try {
            service.writeSingle(TRANSFER, session -> execute(session, ALL_IN_ONE, transfer.id(), transfer.payer(),
                    transfer.payee(), transfer.amount()));
            return new BankEntry(transfer, BankEntry.Told.COMMITTED, "single");
        } catch (OutcomeUnknown unknown) {
            return new BankEntry(transfer, BankEntry.Told.UNKNOWN, "single: " + unknown);
        } catch (StorageException refused) {
            count(refused);
            return new BankEntry(transfer, BankEntry.Told.ROLLED_BACK, "single: " + refused);
        }
    }

    private BankEntry entry(BankTransfer transfer, Object how, TransactionResult<Boolean> result) {
        String note = how + ", attempts " + result.statistics().attempts() + ": ";
        return switch (result) {
            case TransactionResult.Committed<Boolean> committed -> new BankEntry(transfer, BankEntry.Told.COMMITTED,
                    note + "new " + committed.data());
            case TransactionResult.Unknown<Boolean> unknown -> new BankEntry(transfer, BankEntry.Told.UNKNOWN,
                    note + unknown.error());
            case TransactionResult.RolledBack<Boolean> rolledBack -> {
                StorageException error = rolledBack.error().orElseThrow();
                count(error);
                yield new BankEntry(transfer, BankEntry.Told.ROLLED_BACK, note + error);
            }
        };
    }

    private void count(StorageException refused) {
        trouble.merge(refused.getClass().getSimpleName(), 1, Integer::sum);
    }

    private void move(WriteSession session, BankTransfer transfer) {
        execute(session, MOVE, -transfer.amount(), transfer.payer());
        execute(session, MOVE, transfer.amount(), transfer.payee());
    }

    private int execute(WriteSession session, String text, Object... values) {
        DSLContext sql = JooqSession.sql(session);
        try {
            return sql.execute(text, values);
        } catch (DataAccessException e) {
            trouble.merge(String.valueOf(e.sqlState()), 1, Integer::sum);
            throw e;
        }
    }
}
