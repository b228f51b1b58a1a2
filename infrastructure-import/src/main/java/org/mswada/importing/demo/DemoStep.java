package org.mswada.importing.demo;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mswada.domain.bill.BillStatus;

/** What can be done with a bill. The text's first blank is the house it began in, then the other one, then a committee. */
enum DemoStep {
    FILED(BillStatus.DRAFT, "Draft filed with the Clerk of the %1$s", "filing"),
    INTRODUCED(BillStatus.INTRODUCED, "Introduced in the %1$s and read a first time", "introduction", "reading-1"),
    REFERRED(BillStatus.IN_COMMITTEE, "Referred to the Committee on %3$s", "referral-committee"),
    HEARING(null, "Public hearing held by the Committee on %3$s"),
    REPORTED(BillStatus.REPORTED, "Reported by the Committee on %3$s", "committee-passage"),
    SENT_BACK(BillStatus.IN_COMMITTEE, "Sent back to the Committee on %3$s", "referral-committee"),
    SECOND_READING(null, "Read a second time in the %1$s", "reading-2"),
    PASSED(BillStatus.PASSED_CHAMBER, "Read a third time and passed by the %1$s", "reading-3", "passage"),
    DEBATE_NOT_CLOSED(BillStatus.STALLED, "Motion to close the debate failed in the %1$s"),
    REJECTED(BillStatus.FAILED, "Read a third time and rejected by the %1$s", "reading-3", "failure"),
    RECONSIDERED(BillStatus.PASSED_CHAMBER, "Vote reconsidered; passed by the %1$s", "passage"),
    RECEIVED(null, "Received in the %2$s", "receipt"),
    PASSED_UNCHANGED(BillStatus.PASSED_LEGISLATURE, "Passed by the %2$s without amendment", "passage"),
    PASSED_CHANGED(BillStatus.RECONCILING, "Passed by the %2$s with amendments", "passage"),
    AGREED(BillStatus.PASSED_LEGISLATURE, "Amendments of the %2$s agreed to by the %1$s"),
    PRESENTED(null, "Presented to the President", "executive-receipt"),
    SIGNED(BillStatus.ENACTED, "Signed by the President", "executive-signature", "became-law"),
    VETOED(BillStatus.VETOED, "Returned unsigned by the President", "executive-veto"),
    OVERRIDDEN(BillStatus.ENACTED, "Passed by both houses over the veto", "veto-override-passage", "became-law"),
    ADOPTED(BillStatus.ADOPTED, "Resolution adopted by the %1$s", "passage"),
    WITHDRAWN(BillStatus.WITHDRAWN, "Withdrawn by its sponsor", "withdrawal"),
    LAPSED(BillStatus.LAPSED, "Lapsed at the end of the session");

    private final @Nullable BillStatus status;
    private final String text;
    // The list comes from List.of(), which makes lists that cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> classes;

    DemoStep(@Nullable BillStatus status, String text, String... classes) {
        this.status = status;
        this.text = text;
        this.classes = List.of(classes);
    }

    /** Returns the status to which this step brings a bill, or null if it leaves it where it is. */
    @Nullable
    BillStatus status() {
        return status;
    }

    String text(String house, String otherHouse, String committee) {
        return String.format(text, house, otherHouse, committee);
    }

    List<String> classes() {
        return classes;
    }
}
