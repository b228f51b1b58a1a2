package org.mswada.support.faultinjection;

import java.util.function.Consumer;
import java.util.function.Function;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.ReadSession;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.domain.storage.WriteSession;

/**
 * Runs all work that writes twice, the first time rolled back, so that a test sees it when work touches anything but its
 * session: storage may run it again for reasons of its own. Work that throws is not run a second time. As safe for many
 * threads as the unit of work behind it.
 */
public final class TwiceUnitOfWork implements UnitOfWork {
    private final UnitOfWork units;

    /** Runs the work in these units. */
    public TwiceUnitOfWork(UnitOfWork units) {
        this.units = units;
    }

    @Override
    public <T> T read(Operation operation, Function<? super ReadSession, ? extends T> work) {
        return units.read(operation, work);
    }

    @Override
    public <T> T snapshot(Operation operation, Function<? super ReadSession, ? extends T> work) {
        return units.snapshot(operation, work);
    }

    @Override
    public <T> T write(Operation operation, Function<? super WriteSession, ? extends T> work) {
        rehearse(rolledBack -> units.write(operation, rolledBack), work);
        return units.write(operation, work);
    }

    /** Rehearses in a transaction, for what is written in autocommit cannot be undone. */
    @Override
    public <T> T writeSingle(Operation operation, Function<? super WriteSession, ? extends T> work) {
        rehearse(rolledBack -> units.write(operation, rolledBack), work);
        return units.writeSingle(operation, work);
    }

    /** Runs the work in a unit that then fails. Each verb that writes calls this before it does its work. */
    private static <T> void rehearse(Consumer<Function<WriteSession, T>> verb,
            Function<? super WriteSession, ? extends T> work) {
        Rehearsal rehearsal = new Rehearsal();
        try {
            verb.accept(session -> {
                T _ = work.apply(session);
                throw rehearsal;
            });
        } catch (Rehearsal caught) {
            if (caught != rehearsal) {
                throw caught;
            }
            return;
        }
        throw new IllegalStateException("The unit of work behind TwiceUnitOfWork returned normally although its work"
                + " threw. It must roll back and let an exception of the work through unchanged.");
    }

    /** Known by its identity: it must never be taken for an exception of the work. */
    private static final class Rehearsal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Rehearsal() {
            super("rolled back on purpose by TwiceUnitOfWork", null, false, false);
        }
    }
}
