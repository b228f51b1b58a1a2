/** What users follow. Start with {@link org.mswada.domain.tracking.Tracking}. */
@NullMarked
package org.mswada.domain.tracking;

import org.jspecify.annotations.NullMarked;
