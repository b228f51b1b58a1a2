package org.mswada.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;

final class PublishedKeysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Executor AT_ONCE = Runnable::run;

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile List<JWK> published = List.of(TestIssuer.EC);
    private volatile boolean away;

    private JWKSet fetch() throws IOException {
        fetches.incrementAndGet();
        if (away) {
            throw new IOException("nobody there");
        }
        return new JWKSet(published);
    }

    private PublishedKeys keys(Executor threads) {
        return new PublishedKeys(this::fetch, threads, now::get);
    }

    private static JWSHeader header(String keyId) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void keys_are_kept_and_asked_for_anew_when_they_are_old() {
        PublishedKeys keys = keys(AT_ONCE);
        for (int time = 0; time < 100; time++) {
            assertThat(keys.matching(header("ec-1"))).hasSize(1);
        }
        assertThat(fetches).hasValue(1);

        pass(PublishedKeys.FRESH.plusSeconds(1));
        assertThat(keys.matching(header("ec-1"))).hasSize(1);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void a_new_key_is_found_at_once() {
        PublishedKeys keys = keys(AT_ONCE);
        assertThat(keys.matching(header("ec-1"))).hasSize(1);

        published = List.of(TestIssuer.EC, TestIssuer.ec("ec-2"));
        pass(PublishedKeys.BETWEEN_ATTEMPTS);
        assertThat(keys.matching(header("ec-2"))).extracting(JWK::getKeyID).containsExactly("ec-2");
    }

    @Test
    void a_key_that_is_withdrawn_is_forgotten() {
        PublishedKeys keys = keys(AT_ONCE);
        assertThat(keys.matching(header("ec-1"))).hasSize(1);

        published = List.of(TestIssuer.ec("ec-2"));
        pass(PublishedKeys.FRESH.plusSeconds(1));
        assertThat(keys.matching(header("ec-1"))).as("asked beside it").hasSize(1);
        assertThat(keys.matching(header("ec-1"))).isEmpty();
    }

    @Test
    void a_key_that_is_withdrawn_while_nobody_signs_in_is_not_used_once_more() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            PublishedKeys keys = keys(threads);
            assertThat(keys.matching(header("ec-1"))).hasSize(1);
            published = List.of(TestIssuer.ec("ec-2"));
            pass(PublishedKeys.UNATTENDED.plusSeconds(1));

            assertThat(keys.matching(header("ec-1"))).isEmpty();
        }
    }

    @Test
    void invented_keys_do_not_make_it_ask_more_often() {
        PublishedKeys keys = keys(AT_ONCE);
        for (int time = 0; time < 1_000; time++) {
            assertThat(keys.matching(header("invented-" + time))).isEmpty();
            pass(Duration.ofMillis(10));
        }
        assertThat(fetches.get()).isBetween(1, 2);
    }

    @Test
    void while_the_issuer_is_away_its_keys_serve_on_but_not_for_ever() {
        PublishedKeys keys = keys(AT_ONCE);
        assertThat(keys.matching(header("ec-1"))).hasSize(1);
        away = true;

        for (Duration since = Duration.ZERO; since.compareTo(PublishedKeys.LONGEST_USE) < 0; since = since
                .plusMinutes(30)) {
            assertThat(keys.matching(header("ec-1"))).as("after %s", since).hasSize(1);
            pass(Duration.ofMinutes(30));
        }
        pass(Duration.ofMinutes(1));
        assertUnavailable(keys);

        away = false;
        pass(PublishedKeys.BETWEEN_ATTEMPTS);
        assertThat(keys.matching(header("ec-1"))).hasSize(1);
    }

    @Test
    void keys_that_were_never_had_are_no_fault_of_the_token() {
        away = true;
        assertUnavailable(keys(AT_ONCE));
    }

    private static void assertUnavailable(PublishedKeys keys) {
        assertThatThrownBy(() -> keys.matching(header("ec-1"))).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.type()).isEqualTo(ProblemType.SIGN_IN_UNAVAILABLE));
    }

    @Test
    void an_answer_without_a_usable_key_changes_nothing() {
        PublishedKeys keys = keys(AT_ONCE);
        assertThat(keys.matching(header("ec-1"))).hasSize(1);
        published = List.of(new OctetSequenceKey.Builder(new byte[32]).keyID("ec-1").build());
        pass(PublishedKeys.FRESH.plusSeconds(1));

        assertThat(keys.matching(header("ec-1"))).hasSize(1);
    }

    /** The issuer accepts and says nothing: who has a known key does not notice, and of the others few wait, and not long. */
    @Test
    void a_frozen_issuer_holds_up_nobody_whose_key_is_known() throws Exception {
        CountDownLatch frozen = new CountDownLatch(1);
        AtomicInteger attempts = new AtomicInteger();
        // Closed first, so that the issuer thaws even where an assertion fails.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                AutoCloseable _ = frozen::countDown) {
            PublishedKeys keys = new PublishedKeys(() -> {
                if (attempts.incrementAndGet() > 1) {
                    frozen.await();
                }
                return new JWKSet(published);
            }, threads, now::get);
            assertThat(keys.matching(header("ec-1"))).hasSize(1);
            pass(PublishedKeys.FRESH.plusSeconds(1));

            List<Future<List<JWK>>> strangers = Stream.generate(
                    () -> threads.submit(() -> keys.matching(header("invented")))).limit(50).toList();
            CompletableFuture<Void> known = CompletableFuture.runAsync(() -> {
                for (int time = 0; time < 1_000; time++) {
                    assertThat(keys.matching(header("ec-1"))).hasSize(1);
                }
            }, threads);
            known.get(PublishedKeys.WAIT.toMillis() / 2, TimeUnit.MILLISECONDS);
            long waiting = strangers.stream().filter(stranger -> !stranger.isDone()).count();
            assertThat(waiting).isLessThanOrEqualTo(PublishedKeys.MOST_WAITING);
            for (Future<List<JWK>> stranger : strangers) {
                assertThat(stranger.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEmpty();
            }
            assertThat(attempts).hasValue(2);
        }
    }
}
