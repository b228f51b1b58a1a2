package org.mswada.support.faultinjection;

/**
 * Something that happened on a connection.
 *
 * @param stage how far it has come
 * @param sql the statement, or nothing
 * @param unit the unit of work it belongs to, counted from 1 on each connection; 0 is the login
 */
record Event(Stage stage, String sql, int unit) {
    private static final int LOGIN = 0;

    static Event login(Stage stage) {
        return new Event(stage, "", LOGIN);
    }

    boolean isCommit() {
        return SqlText.isCommit(sql);
    }
}
