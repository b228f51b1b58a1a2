package org.mswada.http.bill;

import java.util.Optional;
import org.mswada.application.bill.BillDetails;
import org.mswada.domain.bill.BillId;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.mswada.http.routing.EntityTag;
import org.mswada.http.routing.Reply;

/** Answers with a bill, tagged by its version. */
final class BillReplies {
    /** Part of the tag of a bill: raise it when the same bill comes to look different, or clients keep the old look. */
    private static final int REPRESENTATION = 3;

    private BillReplies() {}

    static Reply of(Optional<BillDetails> found, String absence) {
        BillDetails details = found.orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, absence));
        return Reply.json(BillView.of(details), tag(details));
    }

    static Reply created(BillDetails details) {
        return Reply.created(BillView.of(details), tag(details),
                BillOverviewView.url(details.bill().overview().id()));
    }

    private static EntityTag tag(BillDetails details) {
        return tag(details.bill().overview().id(), details.bill().version());
    }

    static EntityTag tag(BillId id, int version) {
        return EntityTag.ofVersion(REPRESENTATION, id.value().toString(), version);
    }

    static String absence(BillId id) {
        return "No bill has the id " + id.value() + ".";
    }
}
