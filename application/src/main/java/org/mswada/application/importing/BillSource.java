package org.mswada.application.importing;

import java.util.Optional;

/**
 * Yields bills, or what bills refer to, or both, one by one in constant memory. What is broken in the data comes
 * out as {@link SourceItem.Broken}, never as an exception. Used by one thread at a time.
 */
public interface BillSource extends AutoCloseable {
    /** Returns the next item, or empty at the end. */
    Optional<SourceItem> next();

    @Override
    void close();
}
