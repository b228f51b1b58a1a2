package org.mswada.support.embeddedpostgres;

/** Another server runs on the same folder, started by this or another JVM. Nothing was changed. */
public final class FolderInUse extends EmbeddedPostgresException {
    private static final long serialVersionUID = 1L;

    FolderInUse(String message) {
        super(message);
    }
}
