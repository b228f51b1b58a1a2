package org.mswada.http.admin;

/** What those who run the server may see of it. Asked by many threads: it answers from memory. */
public interface Administration {
    /** Returns all meters in the text format of Prometheus, version 0.0.4. */
    String metrics();

    /** Returns the state of every part, as a record that is written as JSON. */
    Object health();
}
