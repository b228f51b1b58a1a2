package org.mswada.db.service;

import java.time.Duration;

/**
 * What one outage cost.
 *
 * @param down about how long the server was away
 * @param ofService what callers of the service waited for
 * @param ofPlain what callers of HikariCP alone waited for
 */
record OutageTimes(Duration down, Return ofService, Return ofPlain) {
    /**
     * Counted from the moment when the server accepted connections again.
     *
     * @param firstSuccess the end of the first call that succeeded
     * @param throughput the end of the first tenth of a second with nine tenths of the former throughput
     */
    record Return(Duration firstSuccess, Duration throughput) {
        @Override
        public String toString() {
            return "first success " + firstSuccess.toMillis() + " ms, 90 % of throughput " + throughput.toMillis()
                    + " ms";
        }
    }
}
