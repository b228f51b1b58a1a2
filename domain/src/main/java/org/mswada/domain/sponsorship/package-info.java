/** Who supports which bill, seen from the sponsor. Start with {@link org.mswada.domain.sponsorship.SponsoredBills}. */
@NullMarked
package org.mswada.domain.sponsorship;

import org.jspecify.annotations.NullMarked;
