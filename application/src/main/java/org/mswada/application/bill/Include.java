package org.mswada.application.bill;

/** What a list may hold of each bill besides the bill itself. */
public enum Include {
    SPONSORSHIPS, ACTIONS, RELATED_BILLS, STATUS_HISTORY
}
