/**
 * Proves on a database that what is promised of the data layer holds there. Start with
 * {@link org.mswada.db.validation.DatabaseValidation}.
 */
@NullMarked
package org.mswada.db.validation;

import org.jspecify.annotations.NullMarked;
