package org.mswada.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mswada.support.testdatabase.TlsCertificates;
import picocli.CommandLine;

/**
 * All commands, well and failing, with passwords of one form: none is in what is printed, answered or logged, on whatever
 * level. An integration test, for nothing else may run in this JVM.
 */
final class NoPasswordIsSaidIT {
    /** In every password here, so that a part of one is found as well. */
    private static final String WORD = "hush";
    private static final long LEAST_TO_LISTEN_TO = 1_000;
    private static final String[] BAD_URLS = {"postgresql://app:hush@localhost:x/db", "postgresql://app:hu/hush@h/d",
            "postgresql://app:a@hush@h/d", "postgresql://app:hush", "app:hush@host/db",
            "jdbc:postgresql://app:hush@h/d",
            "jdbc:postgresql://h/d?user=app&password=hush", "postgresql://h/d?sslpassword=hush",
            "postgresql://app:hush@a,b/d", "postgresql://app:hu sh hush@h/d", "postgresql://app:hush@h/d?sslmode=no"};

    @TempDir
    Path folder;

    private final Set<String> commandsRun = new TreeSet<>();
    private Map<String, String> good = Map.of();

    @Test
    void no_command_prints_answers_or_logs_a_password() throws Exception {
        try (TlsPostgres postgres = new TlsPostgres(Files.createDirectory(folder.resolve("server")))) {
            postgres.execute("create role app superuser login password 'hush-of-the-server'");
            postgres.execute("create role owner superuser login password 'hush-of-the-owner'");
            TlsCertificates.Signed client = postgres.certificates().sign("client", "app", "nowhere");
            good = postgres.variables("localhost");
            good.putAll(Map.of("MSWADA_DB_USER", "app", "MSWADA_DB_PASSWORD", "hush-of-the-server",
                    "MSWADA_DB_MIGRATE_USER", "owner", "MSWADA_DB_MIGRATE_PASSWORD", "hush-of-the-owner",
                    "MSWADA_DB_TLS_MODE", "verify-full", "MSWADA_DB_TLS_AUTHORITY",
                    postgres.certificates().authority().toString(), "MSWADA_DB_TLS_CERTIFICATE",
                    client.certificate().toString(), "MSWADA_DB_TLS_KEY",
                    client.encryptedKey("hush-of-the-key").toString(), "MSWADA_DB_TLS_KEY_PASSWORD",
                    "hush-of-the-key"));
            try (EverythingSaid said = new EverythingSaid(WORD)) {
                serveWell(said);
                commandsThatGoWell(said);
                startsThatFail(said);
                configurationsThatFail(said);
                assertThat(said.found()).isEmpty();
                assertThat(commandsRun).as("what was listened to").containsAll(leaves(MswadaCommand.commandLine(good)));
                assertThat(said.events()).as("what was listened to").isGreaterThan(LEAST_TO_LISTEN_TO);
            }
        }
    }

    private void serveWell(EverythingSaid said) throws Exception {
        try (ServeRun run = ServeRun.start(good)) {
            run.awaitReady();
            for (String path : new String[]{"/livez", "/startupz", "/readyz", "/health", "/metrics"}) {
                said.hear(path, run.admin(path).body());
            }
            said.hear("/v1/bills", run.publicly("/v1/bills").body());
            Map<String, String> ports = Map.of("MSWADA_ADMIN_PORT", Integer.toString(run.adminPort()));
            for (String verb : new String[]{"health", "metrics"}) {
                assertThat(run(said, ports, "db", verb)).as(verb).isZero();
                assertThat(run(said, ports, "db", verb, "--json")).as(verb).isZero();
            }
            run(said, ports, "doctor");
            run(said, ports, "doctor", "--json");
            run.stop();
            said.hear("serve", run.told());
        }
    }

    private void commandsThatGoWell(EverythingSaid said) throws IOException {
        assertThat(run(said, Map.of(), "migrate")).isZero();
        for (String verb : new String[]{"migrate", "info", "validate", "repair"}) {
            assertThat(run(said, Map.of(), "flyway", verb)).as(verb).isZero();
            assertThat(run(said, Map.of(), "flyway", verb, "--json")).as(verb).isZero();
        }
        run(said, Map.of(), "flyway", "baseline", "--baseline-version", "0001");
        run(said, Map.of(), "flyway", "clean");
        run(said, Map.of(), "db", "verify-alignment", "--json");
        assertThat(run(said, Map.of(), "db", "validate-migration")).isZero();
        run(said, Map.of(), "db", "verify-all", "--json");
        assertThat(run(said, Map.of(), "import", "us-congress", bills().toString())).isZero();
        assertThat(run(said, Map.of(), "import", "interchange", interchange().toString())).isZero();
        assertThat(run(said, Map.of(), "import", "legislators", bills().toString())).isZero();
        for (String wordless : new String[]{"version", "generate-completion", "help"}) {
            assertThat(run(said, Map.of(), wordless)).as(wordless).isZero();
        }
        assertThat(run(said, Map.of("MSWADA_DATA_DIR", folder.toString()), "token", "--role", "clerk")).isZero();
        assertThat(run(said, Map.of(), "config")).isZero();
        assertThat(run(said, Map.of(), "config", "--json")).isZero();
        for (String key : new String[]{"db.password", "db.migrate.password", "db.tls.key-password", "db.url"}) {
            assertThat(run(said, Map.of(), "config", "explain", key)).isZero();
        }
    }

    private void startsThatFail(EverythingSaid said) throws Exception {
        Map<String, Map<String, String>> failing = new HashMap<>(Map.of(
                "wrong password", Map.of("MSWADA_DB_PASSWORD", "hush-that-is-wrong"),
                "wrong password to migrate", Map.of("MSWADA_DB_MIGRATE_PASSWORD", "hush-that-is-wrong"),
                "no such role", Map.of("MSWADA_DB_USER", "nobody"),
                "wrong password of the key", Map.of("MSWADA_DB_TLS_KEY_PASSWORD", "hush-that-is-wrong"),
                "other host", Map.of("MSWADA_DB_URL", good.get("MSWADA_DB_URL").replace("localhost", "127.0.0.1")),
                "no such database", Map.of("MSWADA_DB_URL", good.get("MSWADA_DB_URL") + "_missing"),
                "bad port", Map.of("MSWADA_HTTP_PORT", "x"), "no address", Map.of("MSWADA_HTTP_HOST", "192.0.2.1")));
        failing.put("credentials in the URL", Map.of("MSWADA_DB_URL",
                good.get("MSWADA_DB_URL").replace("jdbc:postgresql://", "postgresql://app:hush-in-the-url@") + "_no"));
        for (Map.Entry<String, Map<String, String>> each : failing.entrySet()) {
            assertThat(run(said, each.getValue(), "serve")).as(each.getKey()).isPositive();
            run(said, each.getValue(), "migrate");
            for (String verb : new String[]{"health", "metrics", "verify-alignment", "validate-migration",
                    "verify-all"}) {
                run(said, each.getValue(), "db", verb);
            }
            run(said, each.getValue(), "doctor");
            run(said, each.getValue(), "import", "us-congress", bills().toString());
            run(said, each.getValue(), "import", "legislators", bills().toString());
        }
        Map<String, String> away = new HashMap<>(good);
        away.put("MSWADA_DB_URL", "postgresql://app:hush-in-the-url@127.0.0.1:1/mswada");
        try (ServeRun run = ServeRun.start(away)) {
            run.awaitTold("Waiting for it");
            said.hear("/readyz away", run.admin("/readyz").body());
            said.hear("/health away", run.admin("/health").body());
            said.hear("bills away", run.publicly("/v1/bills").body());
            run.stop();
            said.hear("serve away", run.told());
        }
        assertThat(run(said, away, "migrate")).isEqualTo(5);
    }

    private void configurationsThatFail(EverythingSaid said) throws Exception {
        for (String url : BAD_URLS) {
            assertThat(run(said, Map.of("MSWADA_DB_URL", url), "serve")).as(url).isEqualTo(2);
            run(said, Map.of("MSWADA_DB_URL", url), "config");
            run(said, Map.of("MSWADA_DB_URL", url), "config", "explain", "db.url");
            run(said, Map.of(), "serve", "--set", "db.url=" + url);
        }
        Map<String, String> keys = Map.of("MSWADA_AUTH_ISSUER", "i", "MSWADA_AUTH_JWKS_URL", "https://app:hush@h/keys");
        assertThat(run(said, keys, "serve")).isEqualTo(2);
        run(said, keys, "config");
        run(said, Map.of("MSWADA_DB_PASSWROD", "hush"), "serve");
        run(said, Map.of(), "serve", "--set", "db.pasword=hush");
        run(said, Map.of(), "serve", "--set", "db.password=hush", "--no-such-option");
        Path file = Files.writeString(folder.resolve("broken.properties"), "db.password=hush\ndb.tls.mode=\\u00zz\n");
        run(said, Map.of(), "--config", file.toString(), "serve");
        Files.writeString(file, "db.password=hush\ndb.pasword=hush\n");
        run(said, Map.of("MSWADA_HTTP_PORT", "x"), "--config", file.toString(), "config");
    }

    private Path interchange() throws IOException {
        return Files.writeString(folder.resolve("interchange.ndjson"),
                "{\"type\":\"mswada-interchange\",\"version\":1}\n");
    }

    private Path bills() throws IOException {
        return Files.writeString(folder.resolve("bills.ndjson"), "");
    }

    /** Returns the full names of all commands that have none below them. */
    private static Set<String> leaves(CommandLine command) {
        return command.getSubcommands().isEmpty()
                ? Set.of(command.getCommandSpec().qualifiedName())
                : command.getSubcommands().values().stream().flatMap(below -> leaves(below).stream())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameOf(CommandLine.ParseResult parsed) {
        return parsed.hasSubcommand() ? nameOf(parsed.subcommand()) : parsed.commandSpec().qualifiedName();
    }

    private int run(EverythingSaid said, Map<String, String> variables, String... arguments) {
        Map<String, String> all = new HashMap<>(good);
        all.putAll(Map.of("MSWADA_HTTP_PORT", "0", "MSWADA_ADMIN_PORT", "0"));
        all.putAll(variables);
        StringWriter out = new StringWriter();
        CommandLine commandLine = MswadaCommand.commandLine(all).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true));
        int exitCode = commandLine.execute(arguments);
        if (commandLine.getParseResult() != null) {
            commandsRun.add(nameOf(commandLine.getParseResult()));
        }
        said.hear(String.join(" ", arguments) + " with " + variables.keySet(), out.toString());
        return exitCode;
    }
}
