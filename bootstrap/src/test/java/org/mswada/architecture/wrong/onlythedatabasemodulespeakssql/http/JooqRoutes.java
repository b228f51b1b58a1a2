package org.mswada.architecture.wrong.onlythedatabasemodulespeakssql.http;

/** A route that knows DSLContext. */
final class JooqRoutes {
    org.jooq.DSLContext known;
}
