package org.mswada.http.admin;

import java.util.Optional;

/** What those who run the server may see of it. Asked by many threads: it answers from memory. */
public interface Administration {
    /** Returns all meters in the text format of Prometheus, version 0.0.4. */
    String metrics();

    /** Returns the state of every part, as a record that is written as JSON. */
    Object health();

    /**
     * Notes that somebody has seen an alert.
     *
     * @param rule as {@link #health()} names it
     * @param subject as {@link #health()} names it
     * @param by who
     * @return the alert, as a record that is written as JSON; empty when there is none, or no longer
     */
    Optional<Object> acknowledge(String rule, String subject, String by);
}
