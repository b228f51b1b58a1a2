package org.mswada.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.mswada.http.admin.Readiness;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;

/** Refuses requests until the server has started: what stands behind the routes may not be there yet. */
final class StartGate implements Handler {
    private final Readiness readiness;

    StartGate(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public void handle(Context context) {
        if (!readiness.hasStarted()) {
            throw new ProblemException(ProblemType.SERVER_STARTING, String.join(" ", readiness.reasonsNotReady()));
        }
    }
}
