package org.mswada.support.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What the rounds say: the cost of each way against that of hand-written JDBC in the same round.
 *
 * @param rounds at least one
 */
record Comparison(List<Round> rounds) {
    private static final double MAXIMUM_TIME_RATIO = 1.15;
    private static final double MAXIMUM_EXTRA_BYTES = 1_000;

    Comparison {
        rounds = List.copyOf(rounds);
    }

    boolean meetsGoals() {
        return median(round -> round.timeRatio(Way.DATA_LAYER)) <= MAXIMUM_TIME_RATIO
                && median(round -> round.extraBytes(Way.DATA_LAYER)) <= MAXIMUM_EXTRA_BYTES;
    }

    @Override
    public String toString() {
        String heading = String.format(Locale.ROOT,
                "Medians of %d rounds. Ratios and differences are to %s in the same "
                        + "round; the range holds the middle half of the rounds.%n%-18s %8s %6s %11s %8s %6s %8s %8s%n",
                rounds.size(), Way.HAND_WRITTEN_JDBC.title(), "", "us/call", "ratio", "range", "us CPU", "ratio",
                "B/call", "differ");
        String goal = String.format(Locale.ROOT, "Goal for the %s: time <= %.2fx, bytes <= +%.0f: %s",
                Way.DATA_LAYER.title(), MAXIMUM_TIME_RATIO, MAXIMUM_EXTRA_BYTES, meetsGoals() ? "met" : "MISSED");
        return heading + Arrays.stream(Way.values()).map(this::line).collect(Collectors.joining()) + goal;
    }

    private String line(Way way) {
        return String.format(Locale.ROOT, "%-18s %8.1f %6.2f %5.2f-%5.2f %8.1f %6.2f %8.0f %+8.0f%n", way.title(),
                median(round -> round.of(way).micros()), median(round -> round.timeRatio(way)),
                quantile(0.25, round -> round.timeRatio(way)), quantile(0.75, round -> round.timeRatio(way)),
                median(round -> round.of(way).cpuMicros()), median(round -> round.cpuRatio(way)),
                median(round -> round.of(way).bytes()), median(round -> round.extraBytes(way)));
    }

    private double median(ToDoubleFunction<Round> value) {
        return quantile(0.5, value);
    }

    private double quantile(double part, ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }
}
