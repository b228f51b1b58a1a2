package org.mswada.db.execution;

/** Isolation of a writing transaction (PostgreSQL manual, section 13.2). */
public enum Isolation {
    READ_COMMITTED(""),
    REPEATABLE_READ("set transaction isolation level repeatable read"),
    SERIALIZABLE("set transaction isolation level serializable");

    private final String statement;

    Isolation(String statement) {
        this.statement = statement;
    }

    /** Returns the statement that a transaction begins with, empty where none is needed. */
    String statement() {
        return statement;
    }
}
