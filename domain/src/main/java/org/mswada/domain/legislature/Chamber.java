package org.mswada.domain.legislature;

/** A house of a legislature. */
public enum Chamber {
    LOWER, UPPER, UNICAMERAL
}
