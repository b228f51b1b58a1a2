/** People and bodies that sponsor bills. Start with {@link org.mswada.domain.sponsor.Sponsor}. */
@NullMarked
package org.mswada.domain.sponsor;

import org.jspecify.annotations.NullMarked;
