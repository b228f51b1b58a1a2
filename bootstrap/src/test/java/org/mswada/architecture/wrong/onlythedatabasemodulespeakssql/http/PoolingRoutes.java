package org.mswada.architecture.wrong.onlythedatabasemodulespeakssql.http;

/** A route that knows HikariDataSource. */
final class PoolingRoutes {
    com.zaxxer.hikari.HikariDataSource known;
}
