package org.mswada.domain.bill;

/** What sponsors a bill. */
public enum SponsorEntityType {
    PERSON, COMMITTEE, EXECUTIVE, OTHER
}
