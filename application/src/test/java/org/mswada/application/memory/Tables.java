package org.mswada.application.memory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.mswada.domain.bill.BillContent;
import org.mswada.domain.bill.BillId;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;
import org.mswada.domain.user.UserId;

/** What is stored. */
public final class Tables {
    final Map<JurisdictionCode, Jurisdiction> jurisdictions = new LinkedHashMap<>();
    final Map<SessionId, StoredSession> sessions = new LinkedHashMap<>();
    final Map<SponsorId, Sponsor> sponsors = new LinkedHashMap<>();
    final Map<SessionId, LocalDate> closedSessions = new LinkedHashMap<>();
    final Map<BillId, StoredBill> bills = new LinkedHashMap<>();
    final Set<TrackedBill> tracked = new LinkedHashSet<>();
    /** Counts the changes of bills: the clock of this storage. */
    long changes;

    Tables copy() {
        Tables copy = new Tables();
        copy.jurisdictions.putAll(jurisdictions);
        copy.sessions.putAll(sessions);
        copy.closedSessions.putAll(closedSessions);
        copy.sponsors.putAll(sponsors);
        copy.bills.putAll(bills);
        copy.tracked.addAll(tracked);
        copy.changes = changes;
        return copy;
    }

    /** Returns the sponsors by their identifiers. */
    public Map<ExternalIdentifier, Sponsor> sponsors() {
        Map<ExternalIdentifier, Sponsor> found = new LinkedHashMap<>();
        sponsors.values().forEach(
                sponsor -> sponsor.content().identifiers().forEach(identifier -> found.put(identifier, sponsor)));
        return found;
    }

    /** Returns the bills by their ids. */
    public Map<BillId, StoredBill> bills() {
        return bills;
    }

    /** Returns the sessions by their ids. */
    public Map<SessionId, StoredSession> sessions() {
        return sessions;
    }

    /** A session with its jurisdiction. */
    public record StoredSession(Jurisdiction jurisdiction, LegislativeSession session) {}

    /** That a user follows a bill. */
    record TrackedBill(UserId user, BillId bill) {}

    /** A bill with the number of times it was written, whether it is deleted, and when it was written last. */
    public record StoredBill(BillContent content, int version, boolean deleted, Instant updatedAt) {}
}
