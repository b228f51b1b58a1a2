package org.mswada.http.auth;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys that an issuer publishes, kept. They are asked for anew beside the requests, never by more than one at a time and not
 * more often than {@link #BETWEEN_ATTEMPTS}; under load nobody waits who has a token of a known key. While the issuer does not answer,
 * the keys it had serve on, for {@link #LONGEST_USE} at most. A token of an unknown key waits a little for the issuer's
 * answer, as its key may be new; only {@link #MOST_WAITING} wait at a time, so that invented keys hold up nobody else.
 */
final class PublishedKeys implements IssuerKeys {
    static final Duration FRESH = Duration.ofMinutes(10);
    /** So old only where no token came for long: then a key may have been withdrawn meanwhile, and the first one waits. */
    static final Duration UNATTENDED = FRESH.multipliedBy(2);
    static final Duration LONGEST_USE = Duration.ofHours(24);
    static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(10);
    static final Duration WAIT = Duration.ofSeconds(2);
    static final int MOST_WAITING = 8;

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);
    private static final int SHORTEST_RSA_BITS = 2048;

    /** More are of no use to an issuer, and each costs a check where a token names none. */
    private static final int MOST_TRIED = 20;

    private final KeyFetch fetch;
    private final Executor threads;
    private final LongSupplier nanoTime;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private volatile @Nullable Published published;
    private @Nullable CompletableFuture<Void> attempt;
    private long attemptedAt;

    PublishedKeys(KeyFetch fetch, Executor threads, LongSupplier nanoTime) {
        this.fetch = fetch;
        this.threads = threads;
        this.nanoTime = nanoTime;
    }

    /** What the issuer said, and when. */
    private record Published(List<JWK> keys, long at) {}

    @Override
    public List<JWK> matching(JWSHeader header) {
        JWKMatcher wanted = JWKMatcher.forJWSHeader(header);
        Published known = usable();
        if (known == null) {
            await(refresh());
            known = usable();
        } else if (isOlder(known, FRESH)) {
            boolean idle = isOlder(known, UNATTENDED) && !isAskedSince(known);
            CompletableFuture<Void> running = refresh();
            if (idle) {
                await(running);
                known = usable();
            }
        }
        if (known != null && wanted != null && keysOf(known, wanted).isEmpty()) {
            await(refresh());
            known = usable();
        }
        if (known == null) {
            throw new ProblemException(ProblemType.SIGN_IN_UNAVAILABLE, (Throwable) null);
        }
        return wanted == null ? List.of() : keysOf(known, wanted);
    }

    /** Asks for the keys before the first token comes. */
    void prepare() {
        CompletableFuture<Void> _ = refresh();
    }

    private @Nullable Published usable() {
        Published known = published;
        return known == null || isOlder(known, LONGEST_USE) ? null : known;
    }

    private boolean isOlder(Published known, Duration age) {
        return nanoTime.getAsLong() - known.at() > age.toNanos();
    }

    private synchronized boolean isAskedSince(Published known) {
        return attemptedAt - known.at() > 0;
    }

    private static List<JWK> keysOf(Published known, JWKMatcher wanted) {
        return known.keys().stream().filter(wanted::matches).limit(MOST_TRIED).toList();
    }

    /** Returns the attempt that runs, or begins one if the last is long enough ago; else one that has ended. */
    private synchronized CompletableFuture<Void> refresh() {
        CompletableFuture<Void> last = attempt;
        if (last != null && (!last.isDone() || nanoTime.getAsLong() - attemptedAt < BETWEEN_ATTEMPTS.toNanos())) {
            return last;
        }
        attemptedAt = nanoTime.getAsLong();
        CompletableFuture<Void> begun = CompletableFuture.runAsync(this::tryToFetch, threads);
        attempt = begun;
        return begun;
    }

    private void tryToFetch() {
        try {
            List<JWK> keys = usableOf(fetch.fetch());
            if (keys.isEmpty()) {
                throw new IOException("it publishes no key that can be used: RSA of " + SHORTEST_RSA_BITS
                        + " bits or more, or EC, for signatures");
            }
            published = new Published(keys, nanoTime.getAsLong());
        } catch (IOException | RuntimeException failed) {
            LOG.warn("The keys of the issuer at {} could not be had: {}. {}", fetch, failed.getMessage(),
                    published == null
                            ? "Nobody can sign in until they are; check auth.jwks-url and the way there."
                            : "Those that it had serve on, for " + LONGEST_USE + " at most.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Secret keys are left out whatever the set says: an issuer publishes none. */
    private static List<JWK> usableOf(JWKSet set) {
        return set.getKeys().stream().filter(AsymmetricJWK.class::isInstance)
                .filter(key -> !KeyType.RSA.equals(key.getKeyType()) || key.size() >= SHORTEST_RSA_BITS)
                .map(JWK::toPublicJWK).toList();
    }

    private void await(CompletableFuture<Void> running) {
        if (running.isDone() || !waiting.tryAcquire()) {
            return;
        }
        try {
            running.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException goesOnWithoutIt) {
            LOG.debug("a request goes on without the keys of {}", fetch, goesOnWithoutIt);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.release();
        }
    }
}
