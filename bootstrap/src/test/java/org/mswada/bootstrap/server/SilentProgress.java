package org.mswada.bootstrap.server;

import org.mswada.application.importing.ImportProgress;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.Rejection;

/** Says nothing; a refusal fails the test. */
final class SilentProgress implements ImportProgress {
    @Override
    public void stored(ImportSummary summary) {
        // What is stored is asserted by whoever imports.
    }

    @Override
    public void rejected(Rejection rejection) {
        throw new AssertionError(rejection.toString());
    }
}
