package org.mswada.bootstrap.server;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.legislature.LegislatureRepository;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.storage.StorageException;
import org.mswada.domain.storage.UnitOfWork;
import org.mswada.http.admin.Readiness;
import org.mswada.importing.demo.DemoLegislature;

/** Says whether requests can be answered now: neither starting nor stopping, and the database answers. */
final class ServerReadiness implements Readiness {
    private static final Operation CHECK = Operation.read("server.readiness");

    private final UnitOfWork units;
    private final LegislatureRepository legislatures;
    private volatile @Nullable String phase = "the server is starting";

    ServerReadiness(UnitOfWork units, LegislatureRepository legislatures) {
        this.units = units;
        this.legislatures = legislatures;
    }

    void started() {
        phase = null;
    }

    void stopping() {
        phase = "the server is stopping";
    }

    @Override
    public List<String> reasonsNotReady() {
        return Optional.ofNullable(phase).map(List::of).orElseGet(this::databaseTrouble);
    }

    private List<String> databaseTrouble() {
        try {
            units.read(CHECK, session -> legislatures.holdsNoneBut(session, DemoLegislature.CODE));
            return List.of();
        } catch (StorageException trouble) {
            return List.of("the database does not answer (" + trouble.getClass().getSimpleName() + ")");
        }
    }
}
