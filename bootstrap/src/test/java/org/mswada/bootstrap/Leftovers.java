package org.mswada.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this process holds at a moment: threads, open sockets and pipes, child processes. To be compared with a later moment, while nothing else runs in this JVM. Reads {@code /proc}.
 */
record Leftovers(Set<Thread> threads, Set<String> sockets, Set<ProcessHandle> children) {
    private static final Duration UNTIL_ALL_HAS_ENDED = Duration.ofSeconds(15);
    /** Of the JVM, the JDK and Resilience4j: one for all, which comes when first needed and stays. */
    private static final String FOR_ALL = "process reaper.*|ForkJoinPool.*|VirtualThread-unparker|VirtualThread-unblocker|.*Cleaner.*|"
            + "CompletableFutureDelayScheduler|Attach Listener|Keep-Alive-Timer|JNA.*|Finalizer|Signal Dispatcher|CircuitBreakerAutoTransitionThread";

    static Leftovers now() {
        return new Leftovers(Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().matches(FOR_ALL)).collect(Collectors.toSet()), openFiles(),
                ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).collect(Collectors.toSet()));
    }

    private static Set<String> openFiles() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.map(Leftovers::target).filter(name -> name.startsWith("socket:") || name.startsWith("pipe:"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** Fails unless, a little later at most, nothing is there that was not there at this moment. */
    void assertNothingCameToStay(String what) {
        Await.until(UNTIL_ALL_HAS_ENDED, () -> now().without(this).isEmpty(), () -> what + " left "
                + now().without(this).picture());
    }

    private boolean isEmpty() {
        return threads.isEmpty() && sockets.isEmpty() && children.isEmpty();
    }

    private Leftovers without(Leftovers before) {
        return new Leftovers(difference(threads, before.threads), difference(sockets, before.sockets),
                difference(children, before.children));
    }

    private static <T> Set<T> difference(Set<T> after, Set<T> before) {
        Set<T> added = new HashSet<>(after);
        added.removeAll(before);
        return added;
    }

    private String picture() {
        return "sockets and pipes " + sockets + ", processes "
                + children.stream().map(child -> child.pid() + " " + child.info().commandLine().orElse("?")).toList()
                + ", threads" + threads.stream()
                        .map(thread -> "\n" + thread + Arrays.stream(thread.getStackTrace())
                                .map(frame -> "\n    " + frame).collect(Collectors.joining()))
                        .collect(Collectors.joining());
    }
}
