package org.mswada.domain.bill;

import java.util.EnumSet;
import java.util.Set;
import org.mswada.domain.legislature.Chamber;

/** Where a bill is, in terms that hold in every legislature. */
public enum BillStatus {
    DRAFT, INTRODUCED, IN_COMMITTEE, REPORTED, PASSED_CHAMBER, RECONCILING, STALLED, PASSED_LEGISLATURE, VETOED,
    ENACTED, ADOPTED, FAILED, WITHDRAWN, LAPSED;

    private static final Set<BillStatus> BEFORE_PASSAGE = EnumSet.of(INTRODUCED, IN_COMMITTEE, REPORTED);

    /** Returns the statuses that may follow this one in some legislature, in the order of their declaration. */
    public Set<BillStatus> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(INTRODUCED, WITHDRAWN);
            case INTRODUCED -> EnumSet.of(IN_COMMITTEE, REPORTED, PASSED_CHAMBER, PASSED_LEGISLATURE, ADOPTED, FAILED,
                    WITHDRAWN, LAPSED);
            case IN_COMMITTEE -> EnumSet.of(REPORTED, PASSED_CHAMBER, PASSED_LEGISLATURE, ADOPTED, STALLED, FAILED,
                    WITHDRAWN, LAPSED);
            case REPORTED -> EnumSet.of(PASSED_CHAMBER, PASSED_LEGISLATURE, ADOPTED, IN_COMMITTEE, STALLED, FAILED,
                    WITHDRAWN, LAPSED);
            case PASSED_CHAMBER -> EnumSet.of(RECONCILING, PASSED_LEGISLATURE, ADOPTED, ENACTED, STALLED, FAILED,
                    WITHDRAWN, LAPSED);
            case RECONCILING -> EnumSet.of(PASSED_LEGISLATURE, ADOPTED, ENACTED, STALLED, FAILED, LAPSED);
            case STALLED -> EnumSet.of(PASSED_CHAMBER, RECONCILING, FAILED, WITHDRAWN, LAPSED);
            case PASSED_LEGISLATURE -> EnumSet.of(ENACTED, VETOED, RECONCILING, LAPSED);
            case VETOED -> EnumSet.of(ENACTED, FAILED, LAPSED);
            case FAILED -> EnumSet.of(PASSED_LEGISLATURE, PASSED_CHAMBER);
            case ENACTED, ADOPTED, WITHDRAWN, LAPSED -> EnumSet.noneOf(BillStatus.class);
        };
    }

    /**
     * Returns the statuses that may follow this one for a bill of this chamber, in the order of their declaration. In a
     * legislature of one chamber its passage is that of the legislature; in one of two, a bill passes a chamber first.
     */
    public Set<BillStatus> next(Chamber originChamber) {
        Set<BillStatus> next = next();
        if (originChamber == Chamber.UNICAMERAL) {
            if (next.remove(PASSED_CHAMBER)) {
                next.add(PASSED_LEGISLATURE);
            }
        } else if (BEFORE_PASSAGE.contains(this)) {
            next.remove(PASSED_LEGISLATURE);
        }
        return next;
    }

    /** Returns whether the bill's fate is settled unless somebody takes it up again: it does not lapse. */
    public boolean isSoftTerminal() {
        return this == VETOED || this == FAILED;
    }

    /** Returns whether a bill in this status lapses when its session ends. */
    public boolean isOpen() {
        return next().contains(LAPSED) && !isSoftTerminal();
    }

    /** Returns whether nothing can follow. */
    public boolean isTerminal() {
        return next().isEmpty();
    }
}
