package org.mswada.http;

import java.util.List;
import java.util.stream.Stream;
import org.mswada.http.bill.BillRoutes;
import org.mswada.http.bill.BillWriteRoutes;
import org.mswada.http.routing.Route;
import org.mswada.http.sponsor.SponsorRoutes;
import org.mswada.http.tracking.TrackingRoutes;
import org.mswada.http.user.MeRoutes;

/**
 * All that the public API can do.
 *
 * @param bills reads bills
 * @param billWrites writes bills
 * @param sponsors reads sponsors
 * @param me reads and writes one's own account
 * @param tracking reads and writes what one follows
 */
public record ApiRoutes(BillRoutes bills, BillWriteRoutes billWrites, SponsorRoutes sponsors, MeRoutes me,
        TrackingRoutes tracking) {
    List<Route> all() {
        return Stream.of(bills.routes(), billWrites.routes(), sponsors.routes(), me.routes(), tracking.routes(),
                DescriptionRoutes.routes())
                .flatMap(List::stream).toList();
    }
}
