package org.mswada.domain.bill;

/** What storing a bill did. */
public enum UpsertResult {
    INSERTED, UPDATED, UNCHANGED
}
