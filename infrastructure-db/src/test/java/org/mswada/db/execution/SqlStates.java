package org.mswada.db.execution;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.postgresql.util.PSQLState;

/** The SQLSTATEs there are. */
final class SqlStates {
    private SqlStates() {}

    /** Every state in the appendix of PostgreSQL's manual. */
    static List<String> documented() {
        try (InputStream file = SqlStates.class.getResourceAsStream("sqlstates.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.US_ASCII).lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.substring(0, line.indexOf(' '))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documented states, the driver's own, and some that nobody documents. */
    static Set<String> all() {
        Set<String> states = new LinkedHashSet<>(documented());
        Arrays.stream(PSQLState.values()).map(PSQLState::getState).forEach(states::add);
        states.addAll(
                List.of("ZZ999", "P0999", "08ZZZ", "23ZZZ", "40ZZZ", "57P99", "XX999", "", "ZZ99", "ZZ9999", "é"));
        return states;
    }
}
