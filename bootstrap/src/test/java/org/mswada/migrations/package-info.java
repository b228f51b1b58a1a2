/** Tests of the migrations on a real database, which the module itself cannot have: test databases are made with it. */
@NullMarked
package org.mswada.migrations;

import org.jspecify.annotations.NullMarked;
