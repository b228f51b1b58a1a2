package org.mswada.db.service;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.mswada.support.faultinjection.Direction;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.FaultPlan;
import org.mswada.support.faultinjection.FaultRule;
import org.mswada.support.faultinjection.Moment;

/** What goes wrong on the way to the bank's server, at every point of the protocol. */
enum BankFault {
    // These two come up only when a connection is opened, which is far less often than a transfer.
    CONNECT_RESET(400, Fault.reset().when(Moment.CONNECT)),
    STARTUP_FIN(400, Fault.fin().when(Moment.STARTUP)),
    BEGIN_SENT_RESET(15, Fault.reset().when(Moment.BEGIN_SENT)),
    STATEMENT_SENT_RESET(10, Fault.reset().when(Moment.statementSent(BankFault::enters))),
    STATEMENT_SENT_FIN(10, Fault.fin().when(Moment.statementSent(BankFault::enters))),
    STATEMENT_SENT_STALL(15,
            Fault.hold(Direction.BOTH).lasting(Duration.ofMillis(100)).when(Moment.statementSent(BankFault::enters))),
    STATEMENT_HELD_UNTIL_GIVEN_UP(6,
            Fault.hold(Direction.TO_SERVER).untilTheClientIsGone().when(Moment.statementSent(BankFault::enters))),
    STATEMENT_DELIVERED_RESET(12, Fault.reset().when(Moment.statementDelivered(BankFault::enters))),
    STATEMENT_ANSWERED_FIN(12, Fault.fin().when(Moment.statementAnswered(BankFault::enters))),
    COMMIT_SENT_RESET(14, Fault.reset().when(Moment.COMMIT_SENT)),
    COMMIT_SENT_FIN(12, Fault.fin().when(Moment.COMMIT_SENT)),
    COMMIT_HELD_UNTIL_GIVEN_UP(6,
            Fault.hold(Direction.TO_SERVER).untilTheClientIsGone().when(Moment.COMMIT_SENT)),
    COMMIT_DELIVERED_RESET(14, Fault.reset().when(Moment.COMMIT_DELIVERED)),
    COMMIT_ANSWERED_RESET(14, Fault.reset().when(Moment.COMMIT_ANSWERED)),
    COMMIT_ANSWERED_FIN(12, Fault.fin().when(Moment.COMMIT_ANSWERED));

    private static final int SUM = 10_000;

    private final int weight;
    private final FaultRule rule;

    BankFault(int weight, FaultRule rule) {
        this.weight = weight;
        this.rule = rule;
    }

    private static boolean enters(String text) {
        return text.contains("into transfer");
    }

    /** Returns how often it must strike in so many transfers, or the run shows nothing: a quarter of what is expected, and less of those that meet new connections only. */
    int least(int transfers) {
        return Math.max(1, (int) ((long) weight * transfers / SUM / (opensConnection() ? 400 : 4)));
    }

    private boolean opensConnection() {
        return this == CONNECT_RESET || this == STARTUP_FIN;
    }

    static FaultPlan plan(long seed) {
        int nothing = SUM - Arrays.stream(values()).mapToInt(fault -> fault.weight).sum();
        return FaultPlan.seeded(seed, Stream.concat(Stream.of(FaultPlan.Choice.nothing(nothing)),
                Arrays.stream(values()).map(fault -> FaultPlan.Choice.of(fault.weight, fault.rule)))
                .toArray(FaultPlan.Choice[]::new));
    }

    /** Returns how often each has struck; never is 0. */
    static Map<BankFault, Integer> strikes(FaultPlan plan) {
        Map<BankFault, Integer> strikes = new EnumMap<>(BankFault.class);
        for (BankFault fault : values()) {
            strikes.put(fault, (int) plan.decisions().stream()
                    .filter(decision -> decision.struck() && decision.rule().equals(fault.rule)).count());
        }
        return strikes;
    }
}
