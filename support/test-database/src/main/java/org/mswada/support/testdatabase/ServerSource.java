package org.mswada.support.testdatabase;

/** A PostgreSQL server for tests, and how to stop it. */
interface ServerSource extends AutoCloseable {

    /** Returns the database to connect to for creating others. */
    DatabaseAddress maintenance();

    @Override
    void close();
}
