package org.mswada.importing.lines;

/** Reads the lines of one file, in their order. */
@FunctionalInterface
public interface LineParser {
    /** Reads the line in the first {@code length} bytes of a buffer that is used again afterwards. It is not blank. */
    LineContent parse(byte[] bytes, int length);
}
