package org.mswada.db.execution;

/**
 * A reading statement that is said once and executed often: always by the same text, so that the driver finds it among those
 * that it has prepared.
 */
public final class FixedText {
    private final String text;
    private final String withPosition;

    /** Takes the SQL of one statement. */
    public FixedText(String text) {
        this.text = text;
        this.withPosition = PositionQuestion.afterRead(text);
    }

    /** Returns the SQL as it was said. */
    public String text() {
        return text;
    }

    /** Returns the SQL that also asks for the position. */
    String withPosition() {
        return withPosition;
    }
}
