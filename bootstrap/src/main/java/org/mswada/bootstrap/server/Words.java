package org.mswada.bootstrap.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says things in order, on daemon threads: whoever writes may have to wait for whoever reads, for ever, and that must not
 * keep anything from stopping. Safe for use by many threads.
 */
public final class Words {
    private static final Logger LOGGER = LoggerFactory.getLogger(Words.class);

    private CompletableFuture<Void> said = CompletableFuture.completedFuture(null);

    /** Has {@code words} said after everything before; returns at once, also when no thread can be started for it. */
    public synchronized void say(Runnable words) {
        said = said.handleAsync((_, _) -> {
            words.run();
            return null;
        }, task -> Thread.ofPlatform().daemon().name("words").start(task));
    }

    /** Waits until all is said, and no longer than {@code limit}. */
    public void await(Duration limit) {
        CompletableFuture<Void> last;
        synchronized (this) {
            last = said;
        }
        try {
            last.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unsaid) {
            // Not louder: who would hear of it is who does not read.
            LOGGER.debug("not all was said", unsaid);
        }
    }
}
