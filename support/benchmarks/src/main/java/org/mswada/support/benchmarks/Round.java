package org.mswada.support.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The figures of all ways, measured one after another.
 *
 * @param figures by way, none missing
 */
record Round(Map<Way, Figures> figures) {
    Round {
        figures = new EnumMap<>(figures);
    }

    static Round measure(FindBillById benchmark, boolean reversed, Duration slice) throws SQLException {
        List<Way> order = List.of(Way.values());
        Map<Way, Figures> figures = new EnumMap<>(Way.class);
        for (Way way : reversed ? order.reversed() : order) {
            figures.put(way, Figures.measure(way, benchmark, slice));
        }
        return new Round(figures);
    }

    double timeRatio(Way way) {
        return of(way).micros() / of(Way.HAND_WRITTEN_JDBC).micros();
    }

    double cpuRatio(Way way) {
        return of(way).cpuMicros() / of(Way.HAND_WRITTEN_JDBC).cpuMicros();
    }

    double extraBytes(Way way) {
        return of(way).bytes() - of(Way.HAND_WRITTEN_JDBC).bytes();
    }

    Figures of(Way way) {
        return Objects.requireNonNull(figures.get(way), () -> way + " did not run");
    }
}
