/**
 * Queries that jOOQ renders once and the driver prepares. Start with {@link org.mswada.db.query.PreparedQuery}, or with
 * {@link org.mswada.db.query.ShapedQuery} where a filter is optional.
 */
@NullMarked
package org.mswada.db.query;

import org.jspecify.annotations.NullMarked;
