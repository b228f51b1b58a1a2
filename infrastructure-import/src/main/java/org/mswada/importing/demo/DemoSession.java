package org.mswada.importing.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.JurisdictionId;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.SessionIdentifier;

/** The sessions, with how many of their bills take which course. */
enum DemoSession {
    CLOSED("2024", LocalDate.of(2024, 1, 9), LocalDate.of(2024, 12, 13), 2_024L,
            Map.ofEntries(Map.entry(DemoCourse.ENACTED, 34), Map.entry(DemoCourse.ENACTED_OVER_VETO, 2),
                    Map.entry(DemoCourse.ENACTED_AFTER_RECONSIDERATION, 2), Map.entry(DemoCourse.VETOED, 4),
                    Map.entry(DemoCourse.FAILED, 10), Map.entry(DemoCourse.WITHDRAWN, 8),
                    Map.entry(DemoCourse.ADOPTED, 20), Map.entry(DemoCourse.LAPSED_IN_COMMITTEE, 46),
                    Map.entry(DemoCourse.LAPSED_REPORTED, 14), Map.entry(DemoCourse.LAPSED_IN_OTHER_HOUSE, 10))),
    CURRENT("2025", LocalDate.of(2025, 1, 14), null, 2_025L,
            Map.ofEntries(Map.entry(DemoCourse.DRAFT, 10), Map.entry(DemoCourse.INTRODUCED, 14),
                    Map.entry(DemoCourse.IN_COMMITTEE, 44), Map.entry(DemoCourse.REPORTED, 16),
                    Map.entry(DemoCourse.PASSED_CHAMBER, 12), Map.entry(DemoCourse.RECONCILING, 5),
                    Map.entry(DemoCourse.STALLED, 5), Map.entry(DemoCourse.PASSED_LEGISLATURE, 5),
                    Map.entry(DemoCourse.ENACTED, 14), Map.entry(DemoCourse.VETOED, 2),
                    Map.entry(DemoCourse.FAILED, 5), Map.entry(DemoCourse.WITHDRAWN, 5),
                    Map.entry(DemoCourse.ADOPTED, 13)));

    static final Jurisdiction JURISDICTION = new Jurisdiction(
            new JurisdictionId("ocd-jurisdiction/country:xx/government"), new JurisdictionCode("demo"), "Demo Republic",
            Jurisdiction.Classification.COUNTRY, ZoneId.of("Etc/UTC"));

    // The session is a record; the map comes from Map.ofEntries(), which makes maps that cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final LegislativeSession session;
    private final long seed;
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<DemoCourse, Integer> courses;

    DemoSession(String year, LocalDate start, @Nullable LocalDate end, long seed, Map<DemoCourse, Integer> courses) {
        this.session = new LegislativeSession(new SessionIdentifier(year), "Session of " + year,
                LegislativeSession.Classification.PRIMARY, start, end);
        this.seed = seed;
        this.courses = courses;
    }

    LegislativeSession session() {
        return session;
    }

    /** Returns where chance starts, so that it is the same in every run. */
    long seed() {
        return seed;
    }

    int bills(DemoCourse course) {
        return courses.getOrDefault(course, 0);
    }
}
