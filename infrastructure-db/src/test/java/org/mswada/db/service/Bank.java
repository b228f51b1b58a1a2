package org.mswada.db.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.mswada.db.service.BankEntry.Told;

/** The bank's books, as they are on the server itself. */
final class Bank {
    static final long TOTAL = BankTransfer.ACCOUNTS * 1_000_000L;
    private static final String WRONG_BALANCES = """
            with moved as (select number, sum(amount) as amount from (
                    select payee as number, amount from transfer union all select payer, -amount from transfer) as leg
                group by number)
            select 'account ' || number || ' is out by ' || balance - 1000000 - coalesce(moved.amount, 0)
            from account left join moved using (number) where balance <> 1000000 + coalesce(moved.amount, 0)""";

    private final OwnServer server;

    /** Opens new books. */
    Bank(OwnServer server, String idRule) throws SQLException {
        this.server = server;
        server.execute("drop table if exists account, transfer;"
                + " create table account (number int primary key, balance bigint not null);"
                + " insert into account select number, 1000000 from generate_series(0, " + (BankTransfer.ACCOUNTS - 1)
                + ") as number;"
                + " create table transfer (id uuid not null " + idRule
                + ", payer int not null, payee int not null, amount int not null)");
    }

    BankAudit audit(List<BankEntry> ledger) throws SQLException {
        Map<BankTransfer, Integer> stored = stored();
        Set<BankTransfer> asked = new HashSet<>(ledger.stream().map(BankEntry::transfer).toList());
        Predicate<BankTransfer> isStored = stored::containsKey;
        return new BankAudit(told(ledger, Told.COMMITTED, _ -> true), told(ledger, Told.ROLLED_BACK, _ -> true),
                told(ledger, Told.UNKNOWN, isStored), told(ledger, Told.UNKNOWN, isStored.negate()),
                told(ledger, Told.COMMITTED, isStored.negate()), told(ledger, Told.ROLLED_BACK, isStored),
                stored.keySet().stream().filter(transfer -> stored.get(transfer) > 1).toList(),
                stored.keySet().stream().filter(transfer -> !asked.contains(transfer)).toList(),
                wrongBalances(), server.number("select sum(balance) from account"));
    }

    private static List<BankEntry> told(List<BankEntry> ledger, Told told, Predicate<BankTransfer> which) {
        return ledger.stream().filter(entry -> entry.told() == told && which.test(entry.transfer())).toList();
    }

    private List<String> wrongBalances() throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (Statement statement = server.direct().createStatement();
                ResultSet rows = statement.executeQuery(WRONG_BALANCES)) {
            while (rows.next()) {
                wrong.add(rows.getString(1));
            }
        }
        return wrong;
    }

    private Map<BankTransfer, Integer> stored() throws SQLException {
        Map<BankTransfer, Integer> stored = new HashMap<>();
        try (Statement statement = server.direct().createStatement();
                ResultSet rows = statement.executeQuery("select id, payer, payee, amount from transfer")) {
            while (rows.next()) {
                stored.merge(new BankTransfer(rows.getObject(1, UUID.class), rows.getInt(2), rows.getInt(3),
                        rows.getInt(4)), 1, Integer::sum);
            }
        }
        return stored;
    }
}
