/** Bills over HTTP. Start with {@link org.mswada.http.bill.BillRoutes}. */
@NullMarked
package org.mswada.http.bill;

import org.jspecify.annotations.NullMarked;
