package org.mswada.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OperationTest {
    @ParameterizedTest
    @ValueSource(strings = {"bill.find", "bill.look-up", "a.b.c", "bill2.find3"})
    void words_and_dots_make_a_name(String name) {
        assertThat(Operation.read(name)).isEqualTo(new Operation(name, Operation.Access.READ, null, null, true, false));
        assertThat(Operation.write(name))
                .isEqualTo(new Operation(name, Operation.Access.WRITE, null, null, false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bill", "Bill.find", "bill.", ".find", "bill..find", "bill find", "bill.find\n",
            "bill.1",
            "bill_x.find"})
    void anything_else_is_refused(String name) {
        assertThatThrownBy(() -> Operation.read(name)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("operation name '" + name + "' is not like 'bill.find'");
    }

    @Test
    void a_read_asks_for_the_primary_only_when_it_says_so_and_keeps_that_beside_its_limits() {
        Duration second = Duration.ofSeconds(1);

        assertThat(Operation.read("bill.find").primaryOnly()).isFalse();
        assertThat(Operation.read("bill.find").onPrimary().within(second).slowFrom(second).repeatable())
                .isEqualTo(new Operation("bill.find", Operation.Access.READ, second, second, true, true));
    }

    @Test
    void a_refusing_constraint_is_named() {
        RuntimeException cause = new RuntimeException();
        ConstraintViolated violated = new ConstraintViolated(ConstraintViolated.Kind.UNIQUE, "bill_key", "twice",
                cause);
        assertThat(violated.kind()).isEqualTo(ConstraintViolated.Kind.UNIQUE);
        assertThat(violated.constraint()).isEqualTo("bill_key");
        assertThat(violated).hasMessage("twice").hasCause(cause);
    }
}
