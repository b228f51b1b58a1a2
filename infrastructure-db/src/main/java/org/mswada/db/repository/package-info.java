/** The repositories, which are stateless and say SQL. */
@NullMarked
package org.mswada.db.repository;

import org.jspecify.annotations.NullMarked;
