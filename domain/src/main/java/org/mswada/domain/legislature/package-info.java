/** Jurisdictions and their legislative sessions: what a bill number is relative to. */
@NullMarked
package org.mswada.domain.legislature;

import org.jspecify.annotations.NullMarked;
