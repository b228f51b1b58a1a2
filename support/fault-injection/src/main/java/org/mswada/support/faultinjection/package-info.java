/**
 * Breaks a PostgreSQL, or the way to it, at an exact point: {@link org.mswada.support.faultinjection.FaultProxy} on the
 * wire, by SQL on the server, by signals on its processes. For tests and for commands that try things out; it never
 * belongs in front of a database that matters.
 */
@NullMarked
package org.mswada.support.faultinjection;

import org.jspecify.annotations.NullMarked;
