package org.mswada.importing.demo;

import java.util.List;
import java.util.stream.Stream;

/** The courses that bills take, named by where they end. */
enum DemoCourse {
    DRAFT(List.of(), DemoStep.FILED),
    INTRODUCED(List.of(), DemoStep.INTRODUCED),
    IN_COMMITTEE(INTRODUCED.steps, DemoStep.REFERRED, DemoStep.HEARING),
    REPORTED(IN_COMMITTEE.steps, DemoStep.REPORTED),
    STALLED(REPORTED.steps, DemoStep.SECOND_READING, DemoStep.DEBATE_NOT_CLOSED),
    FAILED(REPORTED.steps, DemoStep.SECOND_READING, DemoStep.REJECTED),
    PASSED_CHAMBER(REPORTED.steps, DemoStep.SECOND_READING, DemoStep.PASSED, DemoStep.RECEIVED),
    RECONCILING(PASSED_CHAMBER.steps, DemoStep.PASSED_CHANGED),
    PASSED_LEGISLATURE(RECONCILING.steps, DemoStep.AGREED, DemoStep.PRESENTED),
    ENACTED(PASSED_CHAMBER.steps, DemoStep.PASSED_UNCHANGED, DemoStep.PRESENTED, DemoStep.SIGNED),
    VETOED(PASSED_LEGISLATURE.steps, DemoStep.VETOED),
    ENACTED_OVER_VETO(VETOED.steps, DemoStep.OVERRIDDEN),
    ENACTED_AFTER_RECONSIDERATION(FAILED.steps, DemoStep.RECONSIDERED, DemoStep.RECEIVED, DemoStep.PASSED_UNCHANGED,
            DemoStep.PRESENTED, DemoStep.SIGNED),
    ADOPTED(INTRODUCED.steps, DemoStep.ADOPTED),
    WITHDRAWN(List.of(DemoStep.FILED, DemoStep.INTRODUCED), DemoStep.REFERRED, DemoStep.WITHDRAWN),
    LAPSED_IN_COMMITTEE(IN_COMMITTEE.steps, DemoStep.LAPSED),
    LAPSED_REPORTED(REPORTED.steps, DemoStep.SENT_BACK, DemoStep.REPORTED, DemoStep.LAPSED),
    LAPSED_IN_OTHER_HOUSE(PASSED_CHAMBER.steps, DemoStep.LAPSED);

    // The list comes from Stream.toList(), which makes lists that cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<DemoStep> steps;

    DemoCourse(List<DemoStep> start, DemoStep... rest) {
        this.steps = Stream.concat(start.stream(), Stream.of(rest)).toList();
    }

    List<DemoStep> steps() {
        return steps;
    }

    /** Returns whether a resolution takes this course: it needs neither the other house nor the President. */
    boolean isOfResolution() {
        return this == ADOPTED;
    }

    boolean endsInLaw() {
        return steps.getLast().classes().contains("became-law");
    }
}
