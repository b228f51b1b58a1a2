package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That 'serve' takes such a token is seen where writes are, over HTTP. */
final class TokenCommandTest {
    @TempDir
    Path folder;

    private CommandRun run(Map<String, String> variables, String... arguments) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("MSWADA_DATA_DIR", folder.toString());
        return CommandRun.of(all, arguments);
    }

    private static String claimsOf(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    @Test
    void the_token_alone_is_printed_and_what_it_is_said_beside_it() {
        CommandRun run = run(Map.of(), "token", "--role", "clerk");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).matches("ey[\\w-]+\\.ey[\\w-]+\\.[\\w-]+\\R");
        assertThat(run.err()).contains("dev-clerk is clerk until 2").doesNotContain(run.out().strip());
        assertThat(claimsOf(run.out())).contains("\"iss\":\"urn:mswada:development\"", "\"sub\":\"dev-clerk\"",
                "\"aud\":\"mswada\"", "\"mswada_role\":\"clerk\"");
    }

    @Test
    void subject_lifetime_and_claims_are_as_asked_for_and_configured() {
        CommandRun run = run(Map.of("MSWADA_AUTH_AUDIENCE", "bills", "MSWADA_AUTH_ROLE_CLAIM", "function"), "token",
                "--role", "expert", "--subject", "ann", "--lifetime", "90s", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"token\" : \"ey", "\"subject\" : \"ann\"", "\"role\" : \"expert\"",
                "\"expires_at\" : \"2");
        assertThat(claimsOf(run.out())).contains("\"aud\":\"bills\"", "\"function\":\"expert\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging", "production"})
    void outside_development_it_refuses_in_words_and_makes_no_key(String environment) {
        CommandRun run = run(Map.of("MSWADA_ENV", environment, "MSWADA_DB_URL", "postgresql://a:b@h/d"), "token",
                "--role", "admin");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("in development only, and this is " + environment, "auth.issuer");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_is_wrong_is_told() {
        assertThat(run(Map.of(), "token").exitCode()).isEqualTo(2);
        assertThat(run(Map.of(), "token", "--role", "clrek")).satisfies(run -> {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("'clrek' is none of citizen, verified_citizen", "clerk");
        });
        for (String lifetime : new String[]{"", "0s", "25h", "1d", "-1s", "99999s"}) {
            assertThat(run(Map.of(), "token", "--role", "clerk", "--lifetime", lifetime).exitCode()).as(lifetime)
                    .isEqualTo(2);
        }
        assertThat(run(Map.of(), "token", "--role", "clerk", "--subject", " ").exitCode()).isEqualTo(2);
    }

    @Test
    void a_key_that_cannot_be_used_is_told_and_not_shown() throws Exception {
        assertThat(run(Map.of(), "token", "--role", "clerk").exitCode()).isZero();
        Path key = folder.resolve("auth").resolve("development-key.json");
        String secret = Files.readString(key).replaceAll(".*\"d\":\"([^\"]+)\".*", "$1");
        Files.writeString(key, Files.readString(key).replace("\"kty\"", "\"x\""));

        CommandRun run = run(Map.of(), "token", "--role", "clerk");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("is no private EC key").doesNotContain(secret, "\tat ");
    }
}
