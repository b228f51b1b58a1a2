package org.mswada.domain.bill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What storing a bill did.
 *
 * @param kind what was done
 * @param reason why it was rejected and what to do, or null when it was not
 */
public record UpsertResult(Kind kind, @Nullable String reason) {
    /** What was done with a bill. */
    public enum Kind {
        INSERTED, UPDATED, UNCHANGED, REJECTED
    }

    /** It was stored for the first time. */
    public static final UpsertResult INSERTED = new UpsertResult(Kind.INSERTED, null);
    /** It was stored already, with other content. */
    public static final UpsertResult UPDATED = new UpsertResult(Kind.UPDATED, null);
    /** It was stored already, with this content. */
    public static final UpsertResult UNCHANGED = new UpsertResult(Kind.UNCHANGED, null);

    /** Refuses a rejection without a reason, and a reason without one. */
    public UpsertResult {
        if ((kind == Kind.REJECTED) != (reason != null)) {
            throw new IllegalArgumentException(kind + " with the reason '" + reason + "'");
        }
    }

    /** It was not stored, for it was deleted here, and no source brings it back. */
    public static UpsertResult deleted(BillIdentifier bill, Instant at) {
        return rejected("bill " + bill.printed() + " was deleted here at " + at
                + "; restore it to import it again");
    }

    /** It was not stored, and all others were. */
    public static UpsertResult rejected(String reason) {
        return new UpsertResult(Kind.REJECTED, reason);
    }
}
