package org.mswada.http.admin;

import java.util.List;

/** Knows whether the server can do its work. Asked often and by many threads: it answers from memory. */
public interface Readiness {
    /** Returns whether it has been ready since it was started; until then the public API answers with status 503. */
    boolean hasStarted();

    /** Returns in words why the server should get no requests now; empty means that it should. */
    List<String> reasonsNotReady();

    /** Returns in words what is not as it should be, though the server can do its work; empty means nothing. */
    List<String> reasonsDegraded();
}
