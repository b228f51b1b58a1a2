package org.mswada.bootstrap.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; tells every problem at once, never a secret. */
public final class InvalidConfig extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidConfig(List<Problem> problems) {
        super("The configuration has " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:")
                + problems.stream().map(problem -> "\n  - " + problem).collect(Collectors.joining())
                + "\n'mswada config explain KEY' says what a setting means and where its value comes from.");
    }
}
