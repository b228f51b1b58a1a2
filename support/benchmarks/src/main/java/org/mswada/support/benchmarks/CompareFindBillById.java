package org.mswada.support.benchmarks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares {@link FindBillById} through the data layer with the same by hand. The ways run one after another in each of
 * many short rounds, the order reversed in every other round, and only ratios within a round count: on a machine that does
 * other things, times of different minutes cannot be compared. Starts a PostgreSQL of its own. From the root of the
 * repository, with a JDK 25:
 *
 * <pre>
 * mvn -q -B package -Dquick -DskipTests -pl support/benchmarks -am
 * $JAVA_HOME/bin/java -jar support/benchmarks/target/benchmarks.jar [rounds, 41 if not given]
 * </pre>
 *
 * <p>That takes about two minutes. The exit code is 1 when a goal is missed, 2 when the argument is wrong.
 */
public final class CompareFindBillById {
    private static final int MINIMUM_ROUNDS = 9;
    private static final int DEFAULT_ROUNDS = 41;
    private static final int WARM_UP_ROUNDS = 20;
    private static final Duration SLICE = Duration.ofMillis(500);

    private CompareFindBillById() {}

    /** Runs the comparison and prints it. */
    public static void main(String[] arguments) throws SQLException {
        int rounds = arguments.length == 0 ? DEFAULT_ROUNDS : rounds(arguments[0]);
        if (rounds < MINIMUM_ROUNDS) {
            System.err.println("'" + arguments[0] + "' is not a number of rounds: give one of at least "
                    + MINIMUM_ROUNDS + ", or nothing for " + DEFAULT_ROUNDS);
            System.exit(2);
        }
        Comparison comparison = compare(rounds);
        System.out.println(comparison);
        System.exit(comparison.meetsGoals() ? 0 : 1);
    }

    private static int rounds(String argument) {
        return argument.matches("[0-9]{1,4}") ? Integer.parseInt(argument) : 0;
    }

    private static Comparison compare(int rounds) throws SQLException {
        FindBillById benchmark = new FindBillById();
        try {
            benchmark.allFindTheSame();
            List<Round> measured = new ArrayList<>();
            for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
                measured.add(Round.measure(benchmark, round % 2 == 1, SLICE));
            }
            return new Comparison(measured.subList(WARM_UP_ROUNDS, measured.size()));
        } finally {
            benchmark.close();
        }
    }
}
