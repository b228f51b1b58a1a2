package org.mswada.http.admin;

import java.util.List;

/** Knows whether the server can do its work. Asked often and by many threads: it answers from memory. */
@FunctionalInterface
public interface Readiness {
    /** Returns in words why the server should get no requests now; empty means that it should. */
    List<String> reasonsNotReady();
}
