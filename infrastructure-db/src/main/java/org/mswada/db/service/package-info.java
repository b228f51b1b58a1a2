/** The one door to PostgreSQL. Start with {@link org.mswada.db.service.DatabaseService}. */
@NullMarked
package org.mswada.db.service;

import org.jspecify.annotations.NullMarked;
