package org.mswada.domain.identity;

import java.util.UUID;

/** Makes identifiers that never repeat. Safe for use by many threads. */
public interface IdSource {
    /** Returns an identifier that this source has not returned before. */
    UUID next();
}
