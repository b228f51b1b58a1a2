package org.mswada.db.service;

import java.time.Duration;
import org.mswada.db.connection.MonitoredPool;

/**
 * What was counted since the start.
 *
 * @param queries units that ended, refused ones too
 * @param failures those that ended in trouble of storage
 * @param retries tries after the first
 * @param rerouted reads that failed on a replica and ran elsewhere at once
 * @param slow statements slower than their limit
 * @param average mean time of a unit, with all waiting
 * @param p50 the time within which half of the units ended; the upper bound of a histogram's bucket, like the next two
 * @param p95 the time within which 95 % of them ended
 * @param p99 the time within which 99 % of them ended
 * @param circuit the worst state of the circuits of the server that is written to
 * @param waiting units that wait for a connection
 * @param pool how the connections are used
 */
public record DatabaseMetrics(long queries, long failures, long retries, long rerouted, long slow, Duration average,
        Duration p50,
        Duration p95, Duration p99, CircuitState circuit, int waiting, MonitoredPool.Use pool) {}
