package org.mswada.support.faultinjection;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One direction of one connection: a bounded queue, and the thread that writes it out, past the faults that lie on it.
 * Faults strike in this thread, so they fall exactly between two messages.
 */
final class Link {
    private static final int QUEUE_BYTES = 65_536;
    private static final int BUFFER = 65_536;

    private record Waiting(Passage passage, long since) {}

    private final Direction direction;
    private final LinkOwner connection;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private final LineFaults faults = new LineFaults();
    private long queuedBytes;
    private int pauses;
    private boolean sourceEnded;
    private boolean stopped;

    Link(Direction direction, LinkOwner connection) {
        this.direction = direction;
        this.connection = connection;
    }

    /** Adds bytes behind those that wait; waits itself while the queue is full. */
    void offer(Passage passage) throws InterruptedException {
        lock.lock();
        try {
            while (queuedBytes >= QUEUE_BYTES && !stopped) {
                changed.await();
            }
            if (!stopped) {
                queue.add(new Waiting(passage, System.nanoTime()));
                queuedBytes += passage.bytes().length;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says that no more bytes come; the receiver is told in its turn, when the faults let it through. */
    void sourceEnded() {
        change(() -> sourceEnded = true);
    }

    /** Ends this direction at once: what waits is lost, the receiver sees the end. */
    void stop() {
        change(() -> {
            stopped = true;
            queue.clear();
        });
    }

    void add(Object owner, Fault.OnLine fault, Runnable cutDone) {
        change(() -> faults.add(owner, fault, cutDone));
    }

    void heal(Object owner) {
        change(() -> faults.heal(owner));
    }

    void clientIsGone() {
        change(faults::clientIsGone);
    }

    void pause() {
        change(() -> pauses++);
    }

    void resume() {
        change(() -> pauses--);
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Writes until the end, then tells the receiver so with {@code end}. */
    void writeTo(Socket socket, Closeable end) {
        try {
            BufferedOutputStream sink = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
            for (Optional<Waiting> next = take(); next.isPresent(); next = take()) {
                pass(next.get(), sink);
            }
            sink.flush();
        } catch (IOException receiverIsGone) {
            stop();
        } catch (InterruptedException proxyCloses) {
            stop();
            Thread.currentThread().interrupt();
        } finally {
            Closing.quietly(end);
        }
    }

    /** The next bytes, or empty at the end. */
    private Optional<Waiting> take() throws InterruptedException {
        lock.lock();
        try {
            while (!stopped && (isShut() || (queue.isEmpty() && (!sourceEnded || faults.swallows())))) {
                awaitChange(LineFaults.NEVER);
            }
            Optional<Waiting> next = Optional.ofNullable(queue.poll());
            next.ifPresent(taken -> queuedBytes -= taken.passage().bytes().length);
            changed.signalAll();
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void pass(Waiting waiting, BufferedOutputStream sink) throws IOException, InterruptedException {
        Passage passage = waiting.passage();
        List<Strike> before = connection.strikesAt(passage.before());
        if (!before.isEmpty()) {
            sink.flush();
            before.forEach(connection::apply);
        }
        if (!awaitOpen(waiting)) {
            return;
        }
        List<Strike> after = connection.strikesAt(passage.after());
        if (after.isEmpty()) {
            write(passage, sink);
            return;
        }
        Link replies = connection.opposite(direction);
        replies.pause();
        try {
            write(passage, sink);
            after.forEach(connection::apply);
        } finally {
            replies.resume();
        }
    }

    /** Waits until the faults let the bytes through; false when they are lost. */
    private boolean awaitOpen(Waiting waiting) throws InterruptedException {
        lock.lock();
        try {
            for (long delay = remainingDelay(waiting); !stopped
                    && (isShut() || delay > 0); delay = remainingDelay(waiting)) {
                awaitChange(delay > 0 ? delay : LineFaults.NEVER);
            }
            return !stopped && !faults.swallows();
        } finally {
            lock.unlock();
        }
    }

    private boolean isShut() {
        return pauses > 0 || faults.holds();
    }

    private long remainingDelay(Waiting waiting) {
        return faults.delayNanos() - (System.nanoTime() - waiting.since());
    }

    // Its callers are the loops.
    @SuppressWarnings("WaitNotInLoop")
    private void awaitChange(long limitNanos) throws InterruptedException {
        long wait = Math.min(limitNanos, faults.remainingNanos());
        if (wait == LineFaults.NEVER) {
            changed.await();
        } else {
            changed.awaitNanos(Math.max(1, wait));
        }
    }

    private void write(Passage passage, BufferedOutputStream sink) throws IOException, InterruptedException {
        int from = 0;
        while (from < passage.bytes().length) {
            LineFaults.Slice slice = slice(passage.bytes().length - from);
            boolean complete = from + slice.length() == passage.bytes().length;
            // Counted first: whoever sees an effect of these bytes can rely on their being counted.
            connection.passes(direction, slice.length(), complete ? passage.after() : List.of());
            sink.write(passage.bytes(), from, slice.length());
            from += slice.length();
            if (!complete || isIdle() || slice.cut().isPresent() || !passage.after().isEmpty()) {
                sink.flush();
            }
            slice.cut().ifPresent(connection::apply);
            if (slice.cut().isPresent() || !awaitStop(slice.waitNanos())) {
                return;
            }
        }
    }

    private LineFaults.Slice slice(int length) {
        lock.lock();
        try {
            return faults.isEmpty() ? new LineFaults.Slice(length, 0, Optional.empty()) : faults.take(length);
        } finally {
            lock.unlock();
        }
    }

    private boolean isIdle() {
        lock.lock();
        try {
            return queue.isEmpty() || !faults.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Waits to keep the rate; false when this direction was stopped. */
    private boolean awaitStop(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        lock.lock();
        try {
            for (long left = nanos; left > 0 && !stopped; left = end - System.nanoTime()) {
                changed.awaitNanos(left);
            }
            return !stopped;
        } finally {
            lock.unlock();
        }
    }
}
