package org.mswada.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.http.problem.ProblemException;

final class DevelopmentIssuerTest {
    @TempDir
    Path folder;

    private DevelopmentIssuer issuer() {
        return DevelopmentIssuer.in(folder.resolve("auth"), "mswada", "mswada_role");
    }

    private static VerifiedToken verify(DevelopmentIssuer trusted, String token, Instant now) {
        return new TokenVerifier(List.of(trusted.trusted()), "mswada_role", () -> now)
                .verify(List.of("Bearer " + token));
    }

    @Test
    void a_minted_token_is_trusted_by_whoever_reads_the_same_folder_until_it_expires() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        String token = issuer().mint("ann", "clerk", now, Duration.ofHours(1));

        assertThat(verify(issuer(), token, now)).isEqualTo(
                new VerifiedToken(DevelopmentIssuer.NAME, "ann", Set.of("clerk")));
        assertThatThrownBy(() -> verify(issuer(), token, now.plus(Duration.ofMinutes(62))))
                .isInstanceOf(ProblemException.class).hasMessageContaining("expired");
    }

    @Test
    void another_installation_does_not_trust_it() {
        Instant now = Instant.now();
        String token = DevelopmentIssuer.in(folder.resolve("other"), "mswada", "mswada_role").mint("ann", "clerk", now,
                Duration.ofHours(1));

        assertThatThrownBy(() -> verify(issuer(), token, now)).isInstanceOf(ProblemException.class)
                .hasMessageContaining("not signed by a key");
    }

    @Test
    void the_key_is_made_once_for_its_owner_only() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<DevelopmentIssuer>> issuers = Stream.generate(() -> threads.submit(this::issuer)).limit(32)
                    .toList();
            Instant now = Instant.now();
            for (Future<DevelopmentIssuer> one : issuers) {
                String token = one.get().mint("ann", "clerk", now, Duration.ofHours(1));
                assertThat(verify(issuer(), token, now).subject()).isEqualTo("ann");
            }
        }
        try (Stream<Path> files = Files.list(folder.resolve("auth"))) {
            List<Path> made = files.toList();
            assertThat(made).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.getFirst())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_key_that_others_can_read_or_that_is_none_is_told_without_a_word_of_it() throws IOException {
        String _ = issuer().mint("ann", "clerk", Instant.now(), Duration.ofHours(1));
        Path file = folder.resolve("auth").resolve("development-key.json");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(this::issuer).isInstanceOf(DevelopmentKeyUnusable.class)
                .hasMessageContaining("can be read by others");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "{\"kty\":\"EC\",\"d\":\"hush\"}");
        assertThatThrownBy(this::issuer).isInstanceOf(DevelopmentKeyUnusable.class)
                .hasMessageContaining("is no private EC key").hasMessageNotContaining("hush").hasNoCause();
    }

    @Test
    void a_folder_that_cannot_be_made_is_told() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DevelopmentIssuer.in(folder.resolve("file"), "mswada", "role"))
                .isInstanceOf(DevelopmentKeyUnusable.class).hasMessageContaining("MSWADA_DATA_DIR");
    }
}
