package org.mswada.application.importing;

import java.util.Optional;

/**
 * Yields sponsors one by one, in constant memory. What is broken in the data comes out as {@link SponsorItem.Broken}, never
 * as an exception. Used by one thread at a time.
 */
public interface SponsorSource extends AutoCloseable {
    /** Returns the next item, or empty at the end. */
    Optional<SponsorItem> next();

    @Override
    void close();
}
