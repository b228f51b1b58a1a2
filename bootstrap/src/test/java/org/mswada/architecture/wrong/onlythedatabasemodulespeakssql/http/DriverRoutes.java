package org.mswada.architecture.wrong.onlythedatabasemodulespeakssql.http;

/** A route that knows PGConnection. */
final class DriverRoutes {
    org.postgresql.PGConnection known;
}
