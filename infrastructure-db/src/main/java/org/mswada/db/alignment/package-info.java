/**
 * Whether a database is what this version of Mswada means it to be. Start with
 * {@link org.mswada.db.alignment.DatabaseAlignment}.
 */
@NullMarked
package org.mswada.db.alignment;

import org.jspecify.annotations.NullMarked;
