package org.mswada.architecture.wrong.onlythedatabasemodulespeakssql.http;

/** A route that knows Connection. */
final class JdbcRoutes {
    java.sql.Connection known;
}
