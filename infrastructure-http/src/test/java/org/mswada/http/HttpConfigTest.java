package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpConfigTest {
    @Test
    void sensible_values_are_taken() {
        assertThatNoException()
                .isThrownBy(() -> config("0.0.0.0", 8080, 8081, Duration.ofSeconds(30), 64, 256, "PT5S"));
        assertThatNoException().isThrownBy(() -> config("::1", 0, 0, Duration.ZERO, 1, 0, "PT0.001S"));
    }

    @ParameterizedTest
    @CsvSource({"' ',1,2,PT0S,1,0,PT1S,host", "h,-1,2,PT0S,1,0,PT1S,port", "h,65536,2,PT0S,1,0,PT1S,port",
            "h,1,65536,PT0S,1,0,PT1S,adminPort", "h,8080,8080,PT0S,1,0,PT1S,adminPort",
            "h,1,2,PT-1S,1,0,PT1S,drainTimeout", "h,1,2,PT2H,1,0,PT1S,drainTimeout",
            "h,1,2,PT0S,0,0,PT1S,maximumConcurrentRequests", "h,1,2,PT0S,1,-1,PT1S,maximumWaitingRequests",
            "h,1,2,PT0S,1,0,PT0S,maximumWait", "h,1,2,PT0S,1,0,PT2H,maximumWait"})
    void what_cannot_work_is_refused_by_name(String host, int port, int adminPort, Duration drain, int concurrent,
            int waiting, String wait, String part) {
        assertThatIllegalArgumentException().isThrownBy(
                () -> config(host, port, adminPort, drain, concurrent, waiting, wait))
                .withMessageStartingWith(part + " ");
    }

    private static HttpConfig config(String host, int port, int adminPort, Duration drain, int concurrent, int waiting,
            String wait) {
        return new HttpConfig(host, port, adminPort, drain, concurrent, waiting, Duration.parse(wait));
    }
}
