package org.mswada.application.wrong;

import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.UnitOfWork;

/** Opens the unit that {@link WritesUnasked} writes in. */
final class UnaskedWriter {
    private static final Operation WRITE = Operation.write("wrong.write");

    private final UnitOfWork units;

    UnaskedWriter(UnitOfWork units) {
        this.units = units;
    }

    String write(String text) {
        return units.write(WRITE, session -> text);
    }
}
