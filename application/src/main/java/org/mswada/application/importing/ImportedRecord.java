package org.mswada.application.importing;

/** What a source says of one thing, ready to be stored. What it names is stored already, or comes earlier in the source. */
public sealed interface ImportedRecord permits ImportedBill, ImportedJurisdiction, ImportedSession,
        ImportedSponsorProfile {}
