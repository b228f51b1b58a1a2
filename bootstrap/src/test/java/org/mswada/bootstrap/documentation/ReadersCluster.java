package org.mswada.bootstrap.documentation;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cluster of one document, started by the first line that needs it: most documents have none. */
final class ReadersCluster implements AutoCloseable {
    private final Path folder;
    private final List<String> prepared;
    private @Nullable OwnCluster started;

    /** Will run these lines before all others. */
    ReadersCluster(Path folder, List<String> prepared) {
        this.folder = folder;
        this.prepared = prepared;
    }

    OwnCluster started() {
        if (started == null) {
            try {
                started = new OwnCluster(folder);
                started.run(prepared);
            } catch (IOException | GeneralSecurityException | SQLException e) {
                throw new AssertionError("the document's cluster did not start", e);
            }
        }
        return started;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }
}
