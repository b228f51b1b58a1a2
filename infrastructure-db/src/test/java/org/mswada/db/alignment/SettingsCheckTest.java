package org.mswada.db.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mswada.db.connection.DatabaseConfig;
import org.mswada.db.connection.PoolConfig;
import org.mswada.db.connection.Pools;
import org.mswada.db.connection.TimeoutConfig;
import org.mswada.db.connection.TlsConfig;

final class SettingsCheckTest {
    private static final Map<String, String> GOOD = Map.ofEntries(Map.entry("server_version_major", "16"),
            Map.entry("server_encoding", "UTF8"), Map.entry("max_connections", "100"),
            Map.entry("superuser_reserved_connections", "3"), Map.entry("role_connection_limit", "-1"),
            Map.entry("database_connection_limit", "-1"), Map.entry("in_recovery", "false"),
            Map.entry("default_transaction_read_only", "off"), Map.entry("connection_encrypted", "true"),
            Map.entry("ssl", "on"), Map.entry("idle_in_transaction_session_timeout", "60000"),
            Map.entry("idle_session_timeout", "0"), Map.entry("statement_timeout", "0"), Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"), Map.entry("full_page_writes", "on"));
    private static final DatabaseConfig PRODUCTION = new DatabaseConfig("jdbc:postgresql://db.example/mswada",
            List.of(), "mswada", "secret", Pools.sharing(PoolConfig.of(5, 50)), TimeoutConfig.DEFAULT,
            new TlsConfig(TlsConfig.Mode.VERIFY_FULL, null, null, null, null), Duration.ofSeconds(1));

    @Test
    void settings_that_go_together_are_no_finding() {
        assertThat(findings(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"max_connections, 55", "superuser_reserved_connections, 60", "reserved_connections, 50",
            "role_connection_limit, 20", "database_connection_limit, 20", "server_version_major, 14",
            "server_version_major, 19", "server_encoding, LATIN1", "in_recovery, true",
            "default_transaction_read_only, on", "connection_encrypted, false",
            "idle_in_transaction_session_timeout, 0", "idle_in_transaction_session_timeout, 1000",
            "idle_session_timeout, 60000", "statement_timeout, 5000", "transaction_timeout, 5000", "fsync, off",
            "synchronous_commit, off", "full_page_writes, off"})
    void a_setting_that_does_not_go_is_a_warning_with_its_reason(String setting, String value) {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.put(setting, value);
        assertThat(findings(settings)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.WARNING);
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @Test
    void a_pool_that_the_server_cannot_feed_is_told_with_both_figures() {
        Map<String, String> settings = new HashMap<>(GOOD);
        settings.put("max_connections", "40");
        assertThat(findings(settings)).singleElement().satisfies(finding -> {
            assertThat(finding.object()).isEqualTo("setting max_connections");
            assertThat(finding.expected()).contains("53");
            assertThat(finding.found()).contains("37");
        });
    }

    private static List<Finding> findings(Map<String, String> settings) {
        return new SettingsCheck(PRODUCTION, new ServerSettings(settings)).findings();
    }
}
