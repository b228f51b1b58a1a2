/**
 * Generates jOOQ code from the schema that the migrations really produce. Run by the build; start with
 * {@link org.mswada.support.jooqcodegen.GenerateJooqCode}.
 */
@NullMarked
package org.mswada.support.jooqcodegen;

import org.jspecify.annotations.NullMarked;
