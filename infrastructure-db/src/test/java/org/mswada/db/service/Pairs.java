package org.mswada.db.service;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.mswada.domain.storage.CallContext;
import org.mswada.domain.storage.ConsistencyToken;
import org.mswada.domain.storage.Deadline;

/** Callers who write and then read what they wrote, who read what others write, and what they saw of it. */
final class Pairs {
    static final int CALLERS = 32;
    private static final Duration CALL_TIME = Duration.ofSeconds(10);
    private static final int PAIRS_FOR_A_SECOND_LOOK = 10;
    private static final String PRIMARY = "primary";

    private final LongAdder stale = new LongAdder();
    private final LongAdder backwards = new LongAdder();
    private final LongAdder withoutToken = new LongAdder();
    private final LongAdder withoutTokenOnReplicas = new LongAdder();
    private final LongAdder withToken = new LongAdder();
    private final LongAdder withTokenOnReplicas = new LongAdder();
    private final DatabaseService service;
    private final boolean handOn;
    private final Queue<Caller> callers = new ConcurrentLinkedQueue<>();

    /** Prepares callers, who hand the token of a call on to their next one, or do not. */
    Pairs(DatabaseService service, boolean handOn) {
        this.service = service;
        this.handOn = handOn;
        for (int number = 0; number < CALLERS; number++) {
            callers.add(new Caller(number));
        }
    }

    /** Makes so many pairs. */
    Calls make(int pairs) throws InterruptedException {
        return Calls.run(CALLERS, pairs, number -> {
            // As many callers as threads: there is one.
            Caller caller = callers.remove();
            try {
                caller.pair(number);
                caller.readOfOthers(number);
            } finally {
                callers.add(caller);
            }
        });
    }

    /** Reads that did not see what their caller had written. */
    long stale() {
        return stale.sum();
    }

    /** Reads that saw less than one before them had. */
    long backwards() {
        return backwards.sum();
    }

    /** How many reads without a token there were. */
    long withoutToken() {
        return withoutToken.sum();
    }

    /** The share of the reads without a token that replicas answered. */
    double shareOfReplicas() {
        return withoutTokenOnReplicas.doubleValue() / withoutToken.sum();
    }

    @Override
    public String toString() {
        return "%d stale, %d backwards; replicas answered %d of %d reads without a token, %d of %d with one".formatted(
                stale(), backwards(), withoutTokenOnReplicas.sum(), withoutToken(), withTokenOnReplicas.sum(),
                withToken.sum());
    }

    private static CallContext context(@Nullable ConsistencyToken seen) {
        return new CallContext(Deadline.in(CALL_TIME), null, seen);
    }

    private long read(CallContext context, int number, int counter) {
        boolean hasToken = context.token().isPresent();
        Counters.Answer answer = context.call(() -> Counters.Reading.of(number).read(service, counter));
        boolean onReplica = !answer.node().equals(PRIMARY);
        (hasToken ? withToken : withoutToken).increment();
        if (onReplica) {
            (hasToken ? withTokenOnReplicas : withoutTokenOnReplicas).increment();
        }
        return answer.value();
    }

    /** One of them, with a counter that nobody else writes. */
    private final class Caller {
        private final int counter;
        private @Nullable ConsistencyToken seen;

        Caller(int counter) {
            this.counter = counter;
        }

        void pair(int number) {
            CallContext writing = context(seen);
            long written = writing.call(() -> Counters.Writing.of(number).increment(service, counter));
            seen = handOn ? writing.token().orElseThrow() : null;

            CallContext reading = context(seen);
            long found = read(reading, number, counter);
            if (found < written) {
                stale.increment();
            }
            seen = handOn ? reading.token().orElseThrow() : null;
            if (number % PAIRS_FOR_A_SECOND_LOOK == 0 && read(context(seen), number + 1, counter) < found) {
                backwards.increment();
            }
        }

        /** Without a token, and now and then once more in the same call, which then has one. */
        void readOfOthers(int number) {
            int other = (counter + 1 + number) % CALLERS;
            CallContext reading = context(null);
            long found = read(reading, number, other);
            if (number % PAIRS_FOR_A_SECOND_LOOK == 1) {
                CallContext again = handOn ? reading : context(null);
                if (read(again, number + 1, other) < found) {
                    backwards.increment();
                }
            }
        }
    }
}
