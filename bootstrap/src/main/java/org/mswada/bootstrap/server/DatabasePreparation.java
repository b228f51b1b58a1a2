package org.mswada.bootstrap.server;

import java.util.function.Consumer;
import org.mswada.application.importing.ImportBills;
import org.mswada.application.importing.ImportProgress;
import org.mswada.application.importing.ImportSummary;
import org.mswada.application.importing.Rejection;
import org.mswada.domain.storage.Operation;
import org.mswada.domain.user.Actor;
import org.mswada.importing.demo.DemoLegislature;

/** Brings the schema of the server's database up, then demo data where they are wanted. */
final class DatabasePreparation {
    private static final Operation LOOK = Operation.read("server.look-for-data");

    private final DatabaseAccess access;
    private final ServerComponent component;
    private final Consumer<String> talk;

    DatabasePreparation(DatabaseAccess access, ServerComponent component, Consumer<String> talk) {
        this.access = access;
        this.component = component;
        this.talk = talk;
    }

    void run() throws SchemaBehind {
        access.prepare();
        if (access.isForDemonstration()) {
            loadDemo();
        }
    }

    /** Each time, for a start may have ended in the middle of it; what is there already is not touched. */
    private void loadDemo() {
        if (component.database().<Boolean>read(LOOK,
                session -> component.legislatures().holdsNoneBut(session, DemoLegislature.CODE))) {
            talk.accept("loading the demo legislature ...");
            ImportBills importBills = component.importBills();
            importBills.run(Actor.OPERATOR, DemoLegislature.open(), new DemoProgress()).done();
        }
    }

    /** The demo's data are ours: that one is refused is a bug. */
    private static final class DemoProgress implements ImportProgress {
        @Override
        public void stored(ImportSummary summary) {
            // The demo is loaded before anybody could read a progress line.
        }

        @Override
        public void rejected(Rejection rejection) {
            throw new IllegalStateException("the demo was refused: " + rejection);
        }
    }
}
