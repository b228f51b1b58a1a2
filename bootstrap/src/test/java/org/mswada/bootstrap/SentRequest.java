package org.mswada.bootstrap;

/**
 * What became of a request.
 *
 * @param sentNanos when its first byte was about to be sent, as {@link System#nanoTime()}; before that, when connecting
 * @param status of the answer, 0 without one
 * @param ending how it ended
 * @param detail what was wrong, for the reader of a failed test
 */
public record SentRequest(long sentNanos, int status, Ending ending, String detail) {
    /** How a request ended for its sender. */
    public enum Ending {
        /** With a whole answer. */
        ANSWERED,
        /** The port was closed: nothing was sent. */
        NOT_CONNECTED,
        /** The connection ended before the first byte of an answer. */
        NO_ANSWER,
        /** The connection ended within the answer. */
        CUT_ANSWER
    }

    public boolean isServed() {
        return ending == Ending.ANSWERED && status == 200;
    }
}
