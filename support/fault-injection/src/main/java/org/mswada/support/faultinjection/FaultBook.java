package org.mswada.support.faultinjection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The rules at work, and the plan, if any. Safe for many threads. */
final class FaultBook {
    private final List<InjectedFault> injected = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<FaultPlan>> plan = new AtomicReference<>(Optional.empty());

    void add(InjectedFault fault) {
        injected.add(fault);
    }

    boolean remove(InjectedFault fault) {
        return injected.remove(fault);
    }

    /** Whether this rule or plan has not been healed. */
    boolean isAtWork(Object owner) {
        return owner instanceof InjectedFault fault
                ? injected.contains(fault)
                : plan.get().filter(owner::equals).isPresent();
    }

    List<InjectedFault> injected() {
        return List.copyOf(injected);
    }

    /** Returns the plan before. */
    Optional<FaultPlan> follow(Optional<FaultPlan> next) {
        return plan.getAndSet(next);
    }

    /** What strikes at events on one connection, in the order of injection; the plan comes last. */
    List<Strike> strikes(int connection, List<Event> events) {
        List<Strike> strikes = new ArrayList<>();
        for (Event event : events) {
            for (InjectedFault fault : injected) {
                if (fault.takeStrike(connection, event)) {
                    strikes.add(new Strike(fault, fault.rule().fault(), fault::struck));
                }
            }
            plan.get().flatMap(present -> present.strike(connection, event)).ifPresent(strikes::add);
        }
        return strikes;
    }
}
