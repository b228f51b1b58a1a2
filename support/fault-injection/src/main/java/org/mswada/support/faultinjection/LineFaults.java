package org.mswada.support.faultinjection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults that lie on one direction of one connection. Guarded by the lock of the {@link Link}. */
final class LineFaults {
    static final long NEVER = Long.MAX_VALUE;
    private static final int SLICES_PER_SECOND = 20;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** One fault; times are on the clock of {@link System#nanoTime()}, counted from {@code since}. */
    private static final class Lying {
        private final Object owner;
        private final Fault.OnLine fault;
        private final Runnable cutDone;
        private final long since = System.nanoTime();
        private long passed;

        Lying(Object owner, Fault.OnLine fault, Runnable cutDone) {
            this.owner = owner;
            this.fault = fault;
            this.cutDone = cutDone;
        }

        long remainingNanos() {
            Optional<Duration> limit = switch (fault) {
                case Fault.Hold hold -> hold.limit();
                case Fault.Swallow swallow -> swallow.limit();
                default -> Optional.empty();
            };
            return limit.isEmpty() ? NEVER : limit.get().toNanos() - (System.nanoTime() - since);
        }
    }

    /** How many bytes may go in one piece, how long to wait after them, and the cut to make then. */
    record Slice(int length, long waitNanos, Optional<Strike> cut) {}

    private final List<Lying> lying = new ArrayList<>();

    /** A fault that its owner laid here before begins anew; {@code cutDone} is run when a cut comes of it. */
    void add(Object owner, Fault.OnLine fault, Runnable cutDone) {
        heal(owner);
        lying.add(new Lying(owner, fault, cutDone));
    }

    void heal(Object owner) {
        lying.removeIf(one -> one.owner.equals(owner));
    }

    void clientIsGone() {
        lying.removeIf(one -> one.fault instanceof Fault.Hold hold && hold.untilClientIsGone());
    }

    boolean isEmpty() {
        return lying.isEmpty();
    }

    boolean holds() {
        return any(one -> one.fault instanceof Fault.Hold);
    }

    boolean swallows() {
        return any(one -> one.fault instanceof Fault.Swallow);
    }

    /** How long until the next of them heals itself. */
    long remainingNanos() {
        return lying.stream().mapToLong(Lying::remainingNanos).min().orElse(NEVER);
    }

    long delayNanos() {
        return lying.stream().mapToLong(one -> one.fault instanceof Fault.Delay delay ? delay.delay().toNanos() : 0)
                .sum();
    }

    private boolean any(Predicate<Lying> wanted) {
        lying.removeIf(one -> one.remainingNanos() <= 0);
        return lying.stream().anyMatch(wanted);
    }

    /** Takes the next piece of {@code length} waiting bytes; what it says is taken for done. */
    Slice take(int length) {
        long allowed = length;
        int rate = rate();
        if (rate < Integer.MAX_VALUE) {
            allowed = Math.min(allowed, Math.max(1, rate / SLICES_PER_SECOND));
        }
        for (Lying one : lying) {
            if (one.fault instanceof Fault.CutAfter after) {
                allowed = Math.min(allowed, after.bytes() - one.passed);
            }
        }
        Optional<Strike> cut = Optional.empty();
        for (Lying one : lying) {
            one.passed += allowed;
            if (one.fault instanceof Fault.CutAfter after && one.passed >= after.bytes()) {
                cut = Optional.of(new Strike(one.owner, after.cut(), one.cutDone));
            }
        }
        long wait = rate == Integer.MAX_VALUE ? 0 : allowed * NANOS_PER_SECOND / rate;
        return new Slice((int) allowed, wait, cut);
    }

    private int rate() {
        return lying.stream()
                .mapToInt(one -> one.fault instanceof Fault.Throttle throttle
                        ? throttle.bytesPerSecond()
                        : Integer.MAX_VALUE)
                .min().orElse(Integer.MAX_VALUE);
    }
}
