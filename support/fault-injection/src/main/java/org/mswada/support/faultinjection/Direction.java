package org.mswada.support.faultinjection;

/** The way of bytes through the proxy. */
public enum Direction {
    TO_SERVER, TO_CLIENT, BOTH;

    boolean covers(Direction one) {
        return this == BOTH || this == one;
    }
}
