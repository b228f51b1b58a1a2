package org.mswada.bootstrap.config;

import java.util.List;

/** The configuration cannot be used; tells every problem at once, never a secret. */
public final class InvalidConfig extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidConfig(List<String> problems) {
        super("The configuration has " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:")
                + "\n  - "
                + String.join("\n  - ", problems));
    }
}
