package org.mswada.domain.storage;

import java.util.regex.Pattern;

/**
 * The name under which a unit of work is measured, logged and reported; a constant of the use case.
 *
 * @param name lower-case words and dots, such as {@code bill.find}
 * @param access whether the unit may write
 */
public record Operation(String name, Access access) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)+");

    /** What a unit of work may do. */
    public enum Access {
        READ, WRITE
    }

    /** Refuses a name that would not do as a metric's label. */
    public Operation {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("operation name '" + name + "' is not like 'bill.find'");
        }
    }

    /** Names a unit of work that only reads. */
    public static Operation read(String name) {
        return new Operation(name, Access.READ);
    }

    /** Names a unit of work that may write. */
    public static Operation write(String name) {
        return new Operation(name, Access.WRITE);
    }
}
