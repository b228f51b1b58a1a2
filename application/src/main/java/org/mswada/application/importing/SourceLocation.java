package org.mswada.application.importing;

/**
 * Where in a source something stands.
 *
 * @param file the file's name
 * @param line the line, from 1
 */
public record SourceLocation(String file, long line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
