/** What somebody follows, over HTTP. Start with {@link org.mswada.http.tracking.TrackingRoutes}. */
@NullMarked
package org.mswada.http.tracking;

import org.jspecify.annotations.NullMarked;
