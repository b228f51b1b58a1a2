package org.mswada.architecture.wrong.onlythedatabasemodulespeakssql.http;

/** A route that asks the database itself. */
final class QueryingRoutes {
    java.sql.Connection connection;
}
