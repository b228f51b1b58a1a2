package org.mswada.support.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What calls cost on average.
 *
 * @param micros microseconds for a call
 * @param cpuMicros microseconds of processor time for a call, in the calling thread
 * @param bytes bytes allocated by a call
 */
record Figures(double micros, double cpuMicros, double bytes) {
    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
    private static final int CALLS_BETWEEN_CLOCK_READS = 32;

    static Figures measure(Way way, FindBillById benchmark, Duration length) throws SQLException {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long cpu = THREADS.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long calls = 0;
        do {
            for (int call = 0; call < CALLS_BETWEEN_CLOCK_READS; call++) {
                if (way.find(benchmark).isEmpty()) {
                    throw new IllegalStateException("a bill of the demo legislature is gone");
                }
            }
            calls += CALLS_BETWEEN_CLOCK_READS;
        } while (System.nanoTime() - start < length.toNanos());
        double nanos = System.nanoTime() - start;
        double cpuNanos = THREADS.getCurrentThreadCpuTime() - cpu;
        double allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        return new Figures(nanos / 1_000 / calls, cpuNanos / 1_000 / calls, allocated / calls);
    }
}
