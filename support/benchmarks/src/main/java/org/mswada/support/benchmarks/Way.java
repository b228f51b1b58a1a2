package org.mswada.support.benchmarks;

import java.sql.SQLException;
import java.util.Optional;
import org.mswada.domain.bill.Bill;

/** How a bill is found. */
enum Way {
    HAND_WRITTEN_JDBC("hand-written JDBC"), DATA_LAYER("data layer"), DATA_LAYER_WITH_TOKEN("with a token"),
    PLAIN_JOOQ("plain jOOQ");

    private final String title;

    Way(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    Optional<Bill> find(FindBillById benchmark) throws SQLException {
        return switch (this) {
            case HAND_WRITTEN_JDBC -> benchmark.handWrittenJdbc();
            case DATA_LAYER -> benchmark.dataLayer();
            case DATA_LAYER_WITH_TOKEN -> benchmark.dataLayerWithToken();
            case PLAIN_JOOQ -> benchmark.plainJooq();
        };
    }
}
