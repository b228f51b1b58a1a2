/** Gives each test a PostgreSQL database of its own: embedded, in a container, or on a server named by its URL. */
@NullMarked
package org.mswada.support.testdatabase;

import org.jspecify.annotations.NullMarked;
