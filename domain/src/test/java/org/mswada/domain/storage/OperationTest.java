package org.mswada.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OperationTest {
    @ParameterizedTest
    @ValueSource(strings = {"bill.find", "bill.look-up", "a.b.c", "bill2.find3"})
    void words_and_dots_make_a_name(String name) {
        assertThat(Operation.read(name)).isEqualTo(new Operation(name, Operation.Access.READ, null, null, true));
        assertThat(Operation.write(name)).isEqualTo(new Operation(name, Operation.Access.WRITE, null, null, false));
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
    void a_refusing_constraint_is_named() {
        RuntimeException cause = new RuntimeException();
        ConstraintViolated violated = new ConstraintViolated(ConstraintViolated.Kind.UNIQUE, "bill_key", "twice",
                cause);
        assertThat(violated.kind()).isEqualTo(ConstraintViolated.Kind.UNIQUE);
        assertThat(violated.constraint()).isEqualTo("bill_key");
        assertThat(violated).hasMessage("twice").hasCause(cause);
    }
}
