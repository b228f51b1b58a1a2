package org.mswada.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceIdTest {
    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";

    @ParameterizedTest
    @ValueSource(strings = {"00-" + ID + "-00f067aa0ba902b7-01", "00-" + ID + "-00f067aa0ba902b7-00",
            "01-" + ID + "-00f067aa0ba902b7-01", "cc-" + ID + "-00f067aa0ba902b7-01-what-comes"})
    void a_valid_traceparent_gives_the_id(String traceparent) {
        assertThat(TraceId.of(traceparent)).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ID, "ff-" + ID + "-00f067aa0ba902b7-01", "00-" + ID + "-00f067aa0ba902b7-01-more",
            "00-" + ID + "-0000000000000000-01", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
            "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", "01-" + ID + "-00f067aa0ba902b7-01x",
            "00-" + ID + "-00f067aa0ba902b7"})
    void an_invalid_one_is_replaced(String traceparent) {
        assertThat(TraceId.of(traceparent)).matches("[0-9a-f]{32}").isNotEqualTo(ID);
    }

    @Test
    void made_ids_differ() {
        assertThat(TraceId.of(null)).matches("[0-9a-f]{32}").isNotEqualTo(TraceId.of(null));
    }
}
