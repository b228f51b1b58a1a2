package org.mswada.support.faultinjection;

import java.util.function.Predicate;

/**
 * When a fault strikes. A statement or COMMIT is <em>sent</em> when the client gave it to the proxy and nothing of it
 * was executed yet, <em>delivered</em> when the server has it but the client has seen no reply, and <em>answered</em>
 * when the server has replied but the client has not seen the reply. A refusal (ErrorResponse) is a reply too, also to
 * the statements behind it that the server skips. With TLS the proxy sees none of these but {@link #CONNECT}.
 */
public final class Moment {
    /** The proxy accepted a connection and has not yet connected to the server. */
    public static final Moment CONNECT = new Moment("CONNECT", Stage.CONNECT, _ -> true);
    /** The client sent its StartupMessage; authentication comes next. */
    public static final Moment STARTUP = new Moment("STARTUP", Stage.STARTUP, _ -> true);
    /** BEGIN or START TRANSACTION was sent and not delivered. */
    public static final Moment BEGIN_SENT = new Moment("BEGIN_SENT", Stage.SENT, SqlText::isBegin);
    /** COMMIT was sent and not delivered: cut now, and the server rolls back. */
    public static final Moment COMMIT_SENT = new Moment("COMMIT_SENT", Stage.SENT, SqlText::isCommit);
    /** COMMIT was delivered and not answered: cut now, and the server commits a moment later. */
    public static final Moment COMMIT_DELIVERED = new Moment("COMMIT_DELIVERED", Stage.DELIVERED, SqlText::isCommit);
    /** The server has committed or refused, and the client does not know which. */
    public static final Moment COMMIT_ANSWERED = new Moment("COMMIT_ANSWERED", Stage.ANSWERED, SqlText::isCommit);

    static final Moment NOW = new Moment("NOW", Stage.NOW, _ -> true);

    private final String name;
    private final Stage stage;
    private final Predicate<String> statement;

    private Moment(String name, Stage stage, Predicate<String> statement) {
        this.name = name;
        this.stage = stage;
        this.statement = statement;
    }

    /** A statement whose text is accepted was sent and not delivered. */
    public static Moment statementSent(Predicate<String> statement) {
        return new Moment("STATEMENT_SENT", Stage.SENT, statement);
    }

    /** A statement whose text is accepted was delivered and not answered. */
    public static Moment statementDelivered(Predicate<String> statement) {
        return new Moment("STATEMENT_DELIVERED", Stage.DELIVERED, statement);
    }

    /** A statement whose text is accepted was answered; its rows, if any, may have passed. */
    public static Moment statementAnswered(Predicate<String> statement) {
        return new Moment("STATEMENT_ANSWERED", Stage.ANSWERED, statement);
    }

    boolean isAt(Stage one) {
        return stage == one;
    }

    boolean matches(Event event) {
        return stage == event.stage() && statement.test(event.sql());
    }

    @Override
    public String toString() {
        return name;
    }
}
