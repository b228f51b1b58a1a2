package org.mswada.domain.bill;

import java.time.LocalDate;
import java.util.List;
import org.mswada.domain.legislature.SessionId;
import org.mswada.domain.storage.WriteSession;

/**
 * Writes bills with what belongs to them. A batch is a fixed number of statements for any size up to {@link #MAXIMUM_BATCH},
 * and answers for each row in the order given; a row that the database refuses costs some more, is left out with the reason,
 * and the others are stored. No two rows of a batch are about the same bill.
 *
 * <p>In a session that is closed no bill is open: none is created in it, none is opened by actions, and one that a source or a
 * restoration leaves open there lapses in the same unit, on the day on which the session was closed, in the version in which
 * it was stored.
 */
public interface BillWriteRepository {
    /** The most rows in a batch. */
    int MAXIMUM_BATCH = 10_000;

    /**
     * Stores bills that are not there yet; one whose number is taken, or whose session is closed, is left out, and the others
     * are stored.
     */
    List<BillCreateResult> createBatch(WriteSession session, List<BillContent> bills);

    /** Edits bills, each only in the version that was read. */
    List<BillWriteResult> updateBatch(WriteSession session, List<BillUpdate> updates);

    /** Deletes bills, each only in the version that was read: they are found no more, keep their number, can be restored. */
    List<BillWriteResult> deleteBatch(WriteSession session, List<BillVersion> bills);

    /** Brings back a bill that is deleted, as it was. */
    BillWriteResult restore(WriteSession session, BillId id);

    /**
     * Adds actions to the end of those of a bill, only in the version that was read.
     *
     * @param bill the bill
     * @param progress where it is after these actions
     * @param irregular whether one of them made a move that the status machine does not know
     * @param actions the actions, whose sequences follow those that are stored
     */
    BillWriteResult appendActions(WriteSession session, BillVersion bill, BillProgress progress, boolean irregular,
            List<BillAction> actions);

    /** Replaces the sponsorships of a bill, only in the version that was read. */
    BillWriteResult replaceSponsorships(WriteSession session, BillVersion bill, List<Sponsorship> sponsorships);

    /**
     * Stores bills as a source has them, found again by session and normalized number. A bill whose hash is stored already is
     * not touched; of one that changed, all that belongs to it is replaced. One that the database refuses, or that is deleted
     * here, is rejected with the reason.
     */
    List<UpsertResult> upsertBatch(WriteSession session, List<BillContent> bills);

    /**
     * Lets the bills of a session that are still open lapse, each by an action that says so.
     *
     * @param on the day on which they lapse
     * @return how many were open
     */
    int lapse(WriteSession session, SessionId legislativeSession, LocalDate on);
}
