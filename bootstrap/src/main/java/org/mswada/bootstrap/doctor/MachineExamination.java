package org.mswada.bootstrap.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The build, the Java that runs it, and what the machine gives it. */
final class MachineExamination implements Examination {
    private static final long MEGABYTE = 1024L * 1024;
    private static final long SMALLEST_HEAP = 128 * MEGABYTE;
    private static final long FEWEST_FILES = 4096;

    @Override
    public String subject() {
        return "machine";
    }

    @Override
    public List<Diagnosis> examine() {
        Release release = Release.current();
        List<Diagnosis> found = new ArrayList<>();
        found.add(Diagnosis.ok("release", release.line()));
        found.add(Diagnosis.ok("java", release.java() + ", " + release.system()));
        found.add(memory(Runtime.getRuntime().maxMemory()));
        found.add(processors(Runtime.getRuntime().availableProcessors()));
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
            found.add(files(unix.getMaxFileDescriptorCount()));
        }
        return found;
    }

    static Diagnosis memory(long maximumHeap) {
        String heap = maximumHeap / MEGABYTE + " MB of heap at most";
        return maximumHeap < SMALLEST_HEAP
                ? Diagnosis.warning("memory", heap, "Give it " + SMALLEST_HEAP / MEGABYTE
                        + " MB or more: MSWADA_JAVA_OPTIONS=-Xmx256m, and more memory for the container.")
                : Diagnosis.ok("memory", heap);
    }

    static Diagnosis processors(int count) {
        return count < 2
                ? Diagnosis.warning("processors", "1", "Give it 2 or more, or set "
                        + "MSWADA_JAVA_OPTIONS=-XX:+UseG1GC: with one, Java stops everything to collect garbage.")
                : Diagnosis.ok("processors", String.valueOf(count));
    }

    static Diagnosis files(long maximum) {
        return maximum < FEWEST_FILES
                ? Diagnosis.warning("open files", maximum + " at most", "Allow " + FEWEST_FILES
                        + " or more (ulimit -n, LimitNOFILE): every connection is one.")
                : Diagnosis.ok("open files", maximum + " at most");
    }
}
