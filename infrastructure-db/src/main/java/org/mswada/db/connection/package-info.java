/** Connections to PostgreSQL. */
@NullMarked
package org.mswada.db.connection;

import org.jspecify.annotations.NullMarked;
