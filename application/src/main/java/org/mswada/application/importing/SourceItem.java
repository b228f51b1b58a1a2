package org.mswada.application.importing;

import org.jspecify.annotations.Nullable;

/** What a source yields: a record, or the reason why there is none at this place. */
public sealed interface SourceItem {
    /** Where it stands. */
    SourceLocation location();

    /**
     * A record that was read.
     *
     * @param location where it stands
     * @param record what the source says
     * @param sourceBytes how many bytes of the source were read for it, unpacked; bounds what is held in memory, for each
     *     part of a record comes from its own bytes
     * @param text what stands there, for the case that it is refused when it is stored; null where it is too long
     */
    record Read(SourceLocation location, ImportedRecord record, int sourceBytes,
            @Nullable String text) implements SourceItem {
        /** Refuses a record that was read from nothing. */
        public Read {
            if (sourceBytes < 1) {
                throw new IllegalArgumentException(location + ": a record was read from " + sourceBytes + " bytes");
            }
        }
    }

    /**
     * A place from which no record could be read.
     *
     * @param rejection why
     */
    record Broken(Rejection rejection) implements SourceItem {
        @Override
        public SourceLocation location() {
            return rejection.location();
        }
    }
}
