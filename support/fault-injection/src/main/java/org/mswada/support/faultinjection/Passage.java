package org.mswada.support.faultinjection;

import java.util.List;

/**
 * Bytes on their way through the proxy.
 *
 * @param bytes never changed
 * @param before what is about to happen when they go on
 * @param after what has happened when they went on
 */
// The bytes are shared, not copied, on the way through the proxy; nobody compares passages.
@SuppressWarnings("ArrayRecordComponent")
record Passage(byte[] bytes, List<Event> before, List<Event> after) {

    static Passage plain(byte[] bytes) {
        return new Passage(bytes, List.of(), List.of());
    }
}
