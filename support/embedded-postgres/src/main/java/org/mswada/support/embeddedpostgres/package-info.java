/**
 * Starts and stops a real PostgreSQL 18 for development, tests and builds. Only Linux; no server outlives the JVM that
 * started it, however that JVM ends.
 */
@NullMarked
package org.mswada.support.embeddedpostgres;

import org.jspecify.annotations.NullMarked;
