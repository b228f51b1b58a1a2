package org.mswada.db.execution;

import org.mswada.domain.storage.StorageException;

/** Trouble of storage on its way out through the policies, with what was decided about it. */
public final class UnitFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Decision decision;
    private final StorageException failure;

    UnitFailure(Decision decision, StorageException failure) {
        // The stack that matters is that of the storage exception.
        super(failure.getMessage(), failure, false, false);
        this.decision = decision;
        this.failure = failure;
    }

    Decision decision() {
        return decision;
    }

    /** Returns what the caller is told. */
    public StorageException failure() {
        return failure;
    }
}
