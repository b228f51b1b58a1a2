/** Time-ordered identifiers made by the application, never by the database. */
@NullMarked
package org.mswada.domain.identity;

import org.jspecify.annotations.NullMarked;
