package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LifecycleTest {
    private final List<String> closed = new ArrayList<>();
    private final Lifecycle lifecycle = new Lifecycle();

    @Test
    void what_was_started_last_is_closed_first_and_everything_once() {
        lifecycle.add("one", () -> closed.add("one"));
        lifecycle.add("two", () -> closed.add("two"));

        lifecycle.close();
        lifecycle.close();

        assertThat(closed).containsExactly("two", "one");
    }

    @Test
    void what_does_not_close_keeps_nothing_else_open() {
        lifecycle.add("one", () -> closed.add("one"));
        lifecycle.add("broken", () -> {
            throw new IllegalStateException("broken");
        });

        lifecycle.close();

        assertThat(closed).containsExactly("one");
    }

    @Test
    void what_starts_while_all_is_closed_is_closed_at_once() {
        lifecycle.close();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> lifecycle.add("late", () -> closed.add("late")))
                .withMessageContaining("late");
        assertThat(closed).containsExactly("late");
    }
}
