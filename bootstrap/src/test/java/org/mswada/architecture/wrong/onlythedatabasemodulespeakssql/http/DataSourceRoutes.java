package org.mswada.architecture.wrong.onlythedatabasemodulespeakssql.http;

/** A route that knows DataSource. */
final class DataSourceRoutes {
    javax.sql.DataSource known;
}
