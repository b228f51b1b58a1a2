package org.mswada.support.embeddedpostgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresBinariesTest {

    @Test
    void two_jvms_may_unpack_at_once_and_share_the_result(@TempDir Path parent) throws Exception {
        Map<String, String> freshCache = Map.of("XDG_CACHE_HOME", parent.resolve("cache").toString());
        String classPath = System.getProperty("java.class.path");
        try (OtherJvm first = OtherJvm.start(List.of(), classPath, freshCache, "temporary",
                parent.resolve("first").toString());
                OtherJvm second = OtherJvm.start(List.of(), classPath, freshCache, "temporary",
                        parent.resolve("second").toString())) {
            first.awaitStarted();
            second.awaitStarted();
            assertThat(parent.resolve("cache/mswada-postgres").toFile().list()).hasSize(1);
        }
    }
}
