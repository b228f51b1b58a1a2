/** The database's schema as plain SQL, and the code that applies it. Start with {@link org.mswada.migrations.SchemaMigrator}. */
@NullMarked
package org.mswada.migrations;

import org.jspecify.annotations.NullMarked;
