package org.mswada.application.wrong;

import org.mswada.domain.storage.UnitOfWork;

/** Writes for whoever calls it, which no use case may: {@code AccessCompleteTest} has to find it, through the class it calls. */
public final class WritesUnasked {
    private final UnaskedWriter writer;

    /** Writes in units of {@code units}. */
    public WritesUnasked(UnitOfWork units) {
        this.writer = new UnaskedWriter(units);
    }

    /** Writes. */
    public String run(String text) {
        return writer.write(text);
    }
}
