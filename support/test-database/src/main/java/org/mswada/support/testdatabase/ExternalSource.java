package org.mswada.support.testdatabase;

/** A server that somebody else runs and stops. */
record ExternalSource(DatabaseAddress maintenance) implements ServerSource {
    @Override
    public void close() {
        // Not ours to stop.
    }
}
