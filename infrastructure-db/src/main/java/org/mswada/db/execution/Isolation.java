package org.mswada.db.execution;

/** Isolation of a writing transaction (PostgreSQL manual, section 13.2). */
public enum Isolation {
    READ_COMMITTED("set transaction isolation level read committed"),
    REPEATABLE_READ("set transaction isolation level repeatable read"),
    SERIALIZABLE("set transaction isolation level serializable");

    private final String statement;

    Isolation(String statement) {
        this.statement = statement;
    }

    /**
     * Returns the statement that a transaction begins with, also where it changes nothing. The driver sends BEGIN as a
     * request of its own together with the first statement; when BEGIN is refused, for it met a cancellation, the server
     * still runs that statement and commits it by itself. This one does no harm then, and costs a round trip.
     */
    String statement() {
        return statement;
    }
}
