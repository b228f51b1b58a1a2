package org.mswada.application.importing;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it hears. */
final class RecordedProgress implements ImportProgress {
    final List<ImportSummary> stored = new ArrayList<>();
    final List<String> rejected = new ArrayList<>();

    @Override
    public void stored(ImportSummary summary) {
        stored.add(summary);
    }

    @Override
    public void rejected(Rejection rejection) {
        rejected.add(rejection.location() + " " + rejection.reason());
    }
}
