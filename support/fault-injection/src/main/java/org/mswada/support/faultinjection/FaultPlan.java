package org.mswada.support.faultinjection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Decides by chance, for each unit of work on each connection, which fault strikes it. The decision depends only on the
 * seed, the connection's number (in the order in which the proxy accepted them, from 1) and the unit's number on it, so
 * the same seed and choices decide the same again, whatever the threads do. A unit lasts from the first statement sent
 * to an idle session until it is idle again (ReadyForQuery 'I'); the login is unit 0. Use a plan with one proxy. Safe
 * for many threads.
 */
public final class FaultPlan {
    /**
     * One of the things that may be decided.
     *
     * @param weight how often, against the sum of all weights
     * @param rule the fault and its moment; empty for no fault. In a plan it strikes once, in the unit decided on, and
     *        does nothing when the moment does not come there
     */
    public record Choice(int weight, Optional<FaultRule> rule) {
        /** Refuses a weight below zero, and a moment that no unit can have. */
        public Choice {
            if (weight < 0) {
                throw new IllegalArgumentException("the weight " + weight + " of " + rule + " is below 0");
            }
            if (rule.isPresent() && rule.get().moment().isAt(Stage.NOW)) {
                throw new IllegalArgumentException("a plan cannot decide on " + rule.get()
                        + ": name a moment of a unit of work with when()");
            }
        }

        /** Nothing strikes. */
        public static Choice nothing(int weight) {
            return new Choice(weight, Optional.empty());
        }

        /** This fault strikes. */
        public static Choice of(int weight, FaultRule rule) {
            return new Choice(weight, Optional.of(rule));
        }
    }

    /**
     * A decision for a fault that came up.
     *
     * @param connection the connection's number, from 1
     * @param unit the unit's number on it, from 1; 0 is the login
     * @param rule what was decided
     * @param struck whether the moment came and the fault struck
     */
    public record Decision(int connection, int unit, FaultRule rule, boolean struck) {
        @Override
        public String toString() {
            return "connection " + connection + " unit " + unit + ": " + rule + (struck ? "" : " (did not come)");
        }
    }

    private record Place(int connection, int unit) {}

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private final long seed;
    private final List<Choice> choices;
    private final int sum;
    private final Map<Place, FaultRule> decided = new ConcurrentHashMap<>();
    private final Set<Place> struck = ConcurrentHashMap.newKeySet();

    private FaultPlan(long seed, List<Choice> choices) {
        this.seed = seed;
        this.choices = choices;
        this.sum = choices.stream().mapToInt(Choice::weight).reduce(0, Math::addExact);
        if (sum == 0) {
            throw new IllegalArgumentException("a plan needs a choice with a weight above 0");
        }
    }

    /** Decides by this seed among these choices. */
    public static FaultPlan seeded(long seed, Choice... choices) {
        return new FaultPlan(seed, List.of(choices));
    }

    /** Returns the seed, to be printed by a run that fails. */
    public long seed() {
        return seed;
    }

    /** Returns what this plan decides for a unit, whether or not that unit ever comes. */
    public Optional<FaultRule> decide(int connection, int unit) {
        long perConnection = new SplittableRandom(seed + connection * GOLDEN_GAMMA).nextLong();
        int number = new SplittableRandom(perConnection + unit * GOLDEN_GAMMA).nextInt(sum);
        for (Choice choice : choices) {
            number -= choice.weight();
            if (number < 0) {
                return choice.rule();
            }
        }
        throw new IllegalStateException("the weights of " + choices + " changed");
    }

    /** Returns the decisions for a fault that came up so far, by connection and unit. */
    public List<Decision> decisions() {
        Map<Integer, Map<Integer, FaultRule>> sorted = new TreeMap<>();
        decided.forEach((place, rule) -> sorted.computeIfAbsent(place.connection(), _ -> new TreeMap<>())
                .put(place.unit(), rule));
        return sorted.entrySet().stream().flatMap(connection -> connection.getValue().entrySet().stream()
                .map(unit -> new Decision(connection.getKey(), unit.getKey(), unit.getValue(),
                        struck.contains(new Place(connection.getKey(), unit.getKey())))))
                .toList();
    }

    Optional<Strike> strike(int connection, Event event) {
        Place place = new Place(connection, event.unit());
        Optional<FaultRule> rule = decide(connection, event.unit());
        rule.ifPresent(decision -> decided.putIfAbsent(place, decision));
        return rule.filter(decision -> decision.moment().matches(event) && struck.add(place))
                .map(decision -> new Strike(this, decision.fault(), () -> {}));
    }

    @Override
    public String toString() {
        return "FaultPlan.seeded(" + seed + "L, ...) decided:" + decisions().stream()
                .map(decision -> "\n  " + decision).collect(Collectors.joining());
    }
}
