package org.mswada.support.testdatabase;

/** Brings an empty database to the schema that tests expect. */
@FunctionalInterface
public interface Migration {

    /** Migrates the database at this address and leaves no connection open. */
    void apply(DatabaseAddress database);
}
