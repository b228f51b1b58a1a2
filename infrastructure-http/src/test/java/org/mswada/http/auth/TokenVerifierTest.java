package org.mswada.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;

final class TokenVerifierTest {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final List<JWK> KEYS = List.of(TestIssuer.RSA.toPublicJWK(), TestIssuer.EC.toPublicJWK());

    private final TokenVerifier verifier = verifier("mswada_role");

    private static TokenVerifier verifier(String roleClaim) {
        IssuerKeys keys = header -> KEYS.stream().filter(JWKMatcher.forJWSHeader(header)::matches).toList();
        return new TokenVerifier(List.of(new TrustedIssuer(TestIssuer.NAME, TestIssuer.AUDIENCE, keys)), roleClaim,
                () -> TestIssuer.NOW);
    }

    private VerifiedToken verify(String token) {
        return verifier.verify(List.of("Bearer " + token));
    }

    private ProblemException refusal(String token) {
        return refusalOf(List.of("Bearer " + token));
    }

    private ProblemException refusalOf(List<String> headers) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> verifier.verify(headers));
        assertThat(refusal).as("accepted: %s", headers).isNotNull();
        return refusal;
    }

    static Stream<JWSHeader> algorithms() {
        return Stream.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512, JWSAlgorithm.PS256,
                JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256)
                .map(algorithm -> new JWSHeader.Builder(algorithm).build());
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void a_good_token_says_who_somebody_is(JWSHeader header) {
        JWK key = header.getAlgorithm().equals(JWSAlgorithm.ES256) ? TestIssuer.EC : TestIssuer.RSA;
        String token = TestIssuer.signed(header, TestIssuer.claims().claim("mswada_role", "clerk").build(), key);

        assertThat(verify(token)).isEqualTo(new VerifiedToken(TestIssuer.NAME, "ann", Set.of("clerk")));
    }

    @Test
    void the_type_of_rfc_9068_is_accepted_and_the_scheme_has_any_case() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt")).build();
        String token = TestIssuer.signed(header, TestIssuer.claims().build(), TestIssuer.EC);

        assertThat(verifier.verify(List.of("bearer  " + token + " ")).subject()).isEqualTo("ann");
    }

    /** The public key is known to everybody, so who is let choose the algorithm could sign with it. */
    @ParameterizedTest
    @ValueSource(strings = {"HS256", "HS384", "HS512"})
    void a_public_key_is_no_shared_secret(String algorithm) throws Exception {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(TestIssuer.RSA.toPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        List<byte[]> secrets = List.of(TestIssuer.RSA.toPublicKey().getEncoded(), pem.getBytes(StandardCharsets.UTF_8),
                TestIssuer.RSA.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                TestIssuer.RSA.getModulus().decode());
        for (byte[] secret : secrets) {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.parse(algorithm))
                    .keyID(TestIssuer.RSA.getKeyID()).build(), TestIssuer.claims().build());
            token.sign(new MACSigner(secret));

            assertRefused(token.serialize(), "algorithm that is not accepted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "", "HS256", "ES256K", "EdDSA", "RS1", "dir"})
    void a_token_that_names_another_algorithm_is_refused(String algorithm) {
        String header = BASE64.encodeToString(("{\"alg\":\"" + algorithm + "\"}").getBytes(StandardCharsets.UTF_8));
        String claims = BASE64.encodeToString(TestIssuer.claims().build().toString().getBytes(StandardCharsets.UTF_8));

        for (String signature : new String[]{"", BASE64.encodeToString(new byte[]{1, 2, 3})}) {
            assertRefused(header + "." + claims + "." + signature, "");
        }
        assertRefused(new PlainJWT(TestIssuer.claims().build()).serialize(), "");
    }

    /** What a header says of keys is the signer's own word. */
    @Test
    void a_key_that_the_token_brings_along_counts_for_nothing() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(TestIssuer.ec("own").toPublicJWK()).build();
        assertRefused(TestIssuer.signed(header, TestIssuer.claims().build(), TestIssuer.ec("own")),
                "not signed by a key");
        assertRefused(TestIssuer.signed(TestIssuer.claims().build(), TestIssuer.ec(TestIssuer.EC.getKeyID())),
                "not signed by a key");
        assertRefused(TestIssuer.signed(TestIssuer.claims().build(), TestIssuer.rsa("unknown")), "not signed by a key");
    }

    @Test
    void critical_parameters_and_other_types_are_refused() {
        JWSHeader critical = new JWSHeader.Builder(JWSAlgorithm.ES256).criticalParams(Set.of("b64"))
                .base64URLEncodePayload(true).build();
        assertRefused(TestIssuer.signed(critical, TestIssuer.claims().build(), TestIssuer.EC), "critical");
        JWSHeader logout = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("logout+jwt")).build();
        assertRefused(TestIssuer.signed(logout, TestIssuer.claims().build(), TestIssuer.EC), "another type");
    }

    static Stream<Arguments> spoiltClaims() {
        Instant now = TestIssuer.NOW;
        return Stream.of(
                Arguments.of(TestIssuer.claims().expirationTime(at(now.minusSeconds(60))), "has expired"),
                Arguments.of(TestIssuer.claims().expirationTime(null), "never expires"),
                Arguments.of(TestIssuer.claims().notBeforeTime(at(now.plusSeconds(61))), "does not hold yet"),
                Arguments.of(TestIssuer.claims().issueTime(at(now.plusSeconds(61))), "in the future"),
                Arguments.of(TestIssuer.claims().issuer("https://login.example/realms/other"), "issuer"),
                Arguments.of(TestIssuer.claims().issuer(TestIssuer.NAME + "/"), "issuer"),
                Arguments.of(TestIssuer.claims().issuer(null), "issuer"),
                Arguments.of(TestIssuer.claims().audience("another"), "audience"),
                Arguments.of(TestIssuer.claims().audience((String) null), "audience"),
                Arguments.of(TestIssuer.claims().subject(null), "for whom"),
                Arguments.of(TestIssuer.claims().subject(" "), "for whom"),
                Arguments.of(TestIssuer.claims().subject("x".repeat(256)), "for whom"));
    }

    @ParameterizedTest
    @MethodSource("spoiltClaims")
    void a_claim_that_is_wrong_is_refused(JWTClaimsSet.Builder claims, String reason) {
        assertRefused(TestIssuer.signed(claims.build(), TestIssuer.EC), reason);
    }

    @Test
    void clocks_may_differ_a_little_and_one_audience_of_several_is_enough() {
        Instant now = TestIssuer.NOW;
        for (JWTClaimsSet.Builder claims : List.of(TestIssuer.claims().expirationTime(at(now.minusSeconds(59))),
                TestIssuer.claims().notBeforeTime(at(now.plusSeconds(60))),
                TestIssuer.claims().issueTime(at(now.plusSeconds(60))),
                TestIssuer.claims().audience(List.of("another", TestIssuer.AUDIENCE)))) {
            assertThat(verify(TestIssuer.signed(claims.build(), TestIssuer.EC)).subject()).isEqualTo("ann");
        }
    }

    private static Date at(Instant instant) {
        return Date.from(instant);
    }

    @Test
    void roles_are_one_text_or_a_list_at_the_top_or_inside() {
        assertThat(verify(TestIssuer.signed(TestIssuer.claims().build(), TestIssuer.EC)).roles()).isEmpty();
        assertThat(
                verify(TestIssuer.signed(TestIssuer.claims().claim("mswada_role", 7).build(), TestIssuer.EC)).roles())
                .isEmpty();
        assertThat(rolesBy("realm_access.roles", Map.of("roles", List.of("clerk", "offline", 1)), "realm_access"))
                .containsExactlyInAnyOrder("clerk", "offline");
        assertThat(rolesBy("https://mswada.org/role", "expert", "https://mswada.org/role")).containsExactly("expert");
        assertThat(rolesBy("realm_access.roles", List.of("clerk"), "realm_access")).isEmpty();
    }

    private static Set<String> rolesBy(String configured, Object value, String claim) {
        return verifier(configured).verify(List.of("Bearer " + TestIssuer.signed(TestIssuer.claims().claim(claim, value)
                .build(), TestIssuer.EC))).roles();
    }

    @Test
    void without_a_token_the_challenge_names_no_error() {
        ProblemException refusal = refusalOf(List.of());

        assertThat(refusal.type()).isEqualTo(ProblemType.SIGN_IN_REQUIRED);
        assertThat(refusal.headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"mswada\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearer \"x\"", "Bearer x",
            "Bearer a.b.c",
            "Bearer ..", "Bearer eyJhbGciOiJFUzI1NiJ9..", "Bearer eyJhbGciOiJFUzI1NiJ9.e30.AA", "Bearer a.b.c.d.e"})
    void a_header_without_a_good_token_is_refused(String header) {
        ProblemException refusal = refusalOf(List.of(header));

        assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_TOKEN);
        assertThat(refusal.headers().get("WWW-Authenticate"))
                .startsWith("Bearer realm=\"mswada\", error=\"invalid_token\", error_description=\"");
    }

    @Test
    void a_token_that_is_too_long_or_nested_or_sent_twice_is_refused() {
        String good = TestIssuer.signed(TestIssuer.claims().build(), TestIssuer.EC);
        assertThat(refusalOf(List.of("Bearer " + good, "Bearer " + good)).detail()).contains("more than one");
        assertRefused("a".repeat(BearerHeader.LONGEST_TOKEN), "longer than");
        String deep = BASE64.encodeToString("{\"alg\":".concat("[".repeat(5_000)).getBytes(StandardCharsets.UTF_8));
        assertRefused(deep + ".e30.AA", "no signed JSON Web Token");
        String header = BASE64.encodeToString("{\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_8));
        assertRefused(header + "." + BASE64.encodeToString("[".repeat(5_000).getBytes(StandardCharsets.UTF_8)) + ".AA",
                "");
    }

    @Test
    void no_changed_letter_goes_unnoticed_and_no_refusal_quotes_the_token() {
        String good = TestIssuer.signed(TestIssuer.claims().claim("mswada_role", "citizen").build(), TestIssuer.RSA);
        Random random = new Random(6);
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
        for (int round = 0; round < 500; round++) {
            int place = random.nextInt(good.length());
            String changed = good.substring(0, place) + letters.charAt(random.nextInt(letters.length()))
                    + good.substring(place + 1);
            if (!sameBytes(changed, good)) {
                ProblemException refusal = refusal(changed);
                assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_TOKEN);
                assertThat(refusal.detail() + refusal.headers() + refusal.getMessage())
                        .doesNotContain(changed.substring(0, 10)).doesNotContain(TestIssuer.NAME);
            }
        }
    }

    /** The last letter of a part has bits that say nothing. */
    private static boolean sameBytes(String one, String other) {
        String[] ones = one.split("\\.", -1);
        String[] others = other.split("\\.", -1);
        return ones.length == others.length && Stream.iterate(0, i -> i < ones.length, i -> i + 1).allMatch(
                i -> Arrays.equals(Base64.getUrlDecoder().decode(ones[i] + (ones[i].length() % 4 == 1 ? "A" : "")),
                        Base64.getUrlDecoder().decode(others[i])));
    }

    @Test
    void a_server_that_trusts_nobody_says_so() {
        ProblemException refusal = catchThrowableOfType(ProblemException.class,
                () -> new TokenVerifier(List.of(), "role", () -> TestIssuer.NOW).verify(List.of("Bearer x")));

        assertThat(refusal.type()).isEqualTo(ProblemType.SIGN_IN_REQUIRED);
        assertThat(refusal.detail()).contains("trusts no issuer");
        assertThat(Duration.ofSeconds(60)).isEqualTo(ClaimCheck.CLOCK_SKEW);
    }

    private void assertRefused(String token, String reason) {
        ProblemException refusal = refusal(token);
        assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_TOKEN);
        assertThat(refusal.detail()).contains(reason);
    }
}
