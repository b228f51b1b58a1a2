package org.mswada.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class GuardedTest {
    @Test
    void what_was_done_has_its_result() {
        assertThat(new Guarded.Done<>(7).done()).isEqualTo(7);
    }

    @Test
    void what_was_forbidden_has_none_and_says_what_was_needed() {
        Guarded<Integer> forbidden = new Guarded.Forbidden<>(Permission.IMPORT_BILLS);
        assertThatThrownBy(forbidden::done).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("IMPORT_BILLS");
    }

    @Test
    void an_operator_may_do_all() {
        assertThat(Arrays.stream(Permission.values())).allMatch(Actor.OPERATOR::may);
    }
}
