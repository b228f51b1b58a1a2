package org.mswada.architecture.wrong.adaptersdonotseeeachother.http;

/** A route that knows the database adapter. */
final class PoolRoutes {
    org.mswada.architecture.wrong.adaptersdonotseeeachother.db.Pool pool;
}
