package org.mswada.db.connection;

import java.util.Locale;

/** What a pool is for. */
public enum PoolRole {
    /** Reads: its connections refuse to write. */
    READ,
    /** Writes. */
    WRITE;

    /** Returns the name used for people and in names. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
