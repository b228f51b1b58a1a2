package org.mswada.importing.uscongress;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.UpsertResult;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/** Storage that keeps nothing and is so slow that all that an import reads ahead is in memory before a write ends. */
final class DiscardingStorage implements UnitOfWork {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
    /** Two of the longest lines fill the next batch, and one more is read to see that it has no room. */
    private static final int READ_AHEAD = 3;

    private final SmallMemory.CountedSource source;
    private final long expected;
    private long stored;

    DiscardingStorage(SmallMemory.CountedSource source, long expected) {
        this.source = source;
        this.expected = expected;
    }

    List<UpsertResult> discard(List<BillContent> bills) {
        stored += bills.size();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (source.items() < Math.min(expected, stored + READ_AHEAD)) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("only " + source.items() + " bills were read when " + stored + " were stored");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return Collections.nCopies(bills.size(), UpsertResult.INSERTED);
    }

    @Override
    public <T> T read(Operation operation, Function<? super ReadSession, ? extends T> work) {
        return work.apply(new Session());
    }

    @Override
    public <T> T snapshot(Operation operation, Function<? super ReadSession, ? extends T> work) {
        return work.apply(new Session());
    }

    @Override
    public <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work) {
        return work.apply(new Session());
    }

    @Override
    public <T> T writeSingle(Operation operation, Function<? super WriteSession, ? extends T> work) {
        return work.apply(new Session());
    }

    /** Leads nowhere. */
    private static final class Session implements WriteSession {
        @Override
        public <T> T savepoint(Function<? super WriteSession, ? extends T> work) {
            return work.apply(this);
        }

        @Override
        public void rollbackOnly() {
            // There is nothing to undo.
        }
    }
}
