package org.mswada.support.faultinjection;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts for {@link ProxyCounters}. Safe for many threads. */
final class Tally {
    private final LongAdder connections = new LongAdder();
    private final LongAdder cancelRequests = new LongAdder();
    private final LongAdder statements = new LongAdder();
    private final LongAdder commitsSent = new LongAdder();
    private final LongAdder commitsDelivered = new LongAdder();
    private final LongAdder commitsAnswered = new LongAdder();
    private final LongAdder commitsRefused = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder roundTrips = new LongAdder();
    private final LongAdder bytesToServer = new LongAdder();
    private final LongAdder bytesToClient = new LongAdder();

    void connection() {
        connections.increment();
    }

    void cancelRequest() {
        cancelRequests.increment();
    }

    void statement(String sql) {
        statements.increment();
        if (SqlText.isCommit(sql)) {
            commitsSent.increment();
        }
    }

    void delivered(List<Event> events) {
        commitsDelivered.add(events.stream().filter(Event::isCommit).count());
    }

    void answer(String sql, boolean refused) {
        if (SqlText.isCommit(sql)) {
            commitsAnswered.increment();
            commitsRefused.add(refused ? 1 : 0);
        }
    }

    void request() {
        requests.increment();
    }

    void roundTrip() {
        roundTrips.increment();
    }

    void bytes(Direction direction, long count) {
        (direction == Direction.TO_SERVER ? bytesToServer : bytesToClient).add(count);
    }

    ProxyCounters counters() {
        return new ProxyCounters(connections.sum(), cancelRequests.sum(), statements.sum(), commitsSent.sum(),
                commitsDelivered.sum(), commitsAnswered.sum(), commitsRefused.sum(), requests.sum(),
                roundTrips.sum(), bytesToServer.sum(), bytesToClient.sum());
    }
}
