/**
 * Everything that knows SQL. Start with {@link org.mswada.db.DatabaseModule}, which offers the ports that this module
 * implements.
 */
@NullMarked
package org.mswada.db;

import org.jspecify.annotations.NullMarked;
