/** Sponsors over HTTP. Start with {@link org.mswada.http.sponsor.SponsorRoutes}. */
@NullMarked
package org.mswada.http.sponsor;

import org.jspecify.annotations.NullMarked;
