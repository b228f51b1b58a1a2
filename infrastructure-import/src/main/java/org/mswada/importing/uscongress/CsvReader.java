package org.mswada.importing.uscongress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads comma-separated values (RFC 4180) record by record. Invalid UTF-8 ends it with an exception. */
final class CsvReader implements AutoCloseable {
    /** A hundred times the longest record there is. */
    static final int MAXIMUM_RECORD_CHARACTERS = 1 << 18;
    private static final int END = -1;

    private final Reader in;
    private final StringBuilder record = new StringBuilder();
    private long line = 1;
    private long start = 1;
    private int pushedBack = END;

    CsvReader(InputStream in) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    /** Returns the fields of the next record that is not blank, or empty at the end. */
    Optional<List<String>> next() throws IOException {
        record.setLength(0);
        int character = read();
        while (character == '\n' || character == '\r') {
            record.setLength(0);
            character = read();
        }
        if (character == END) {
            return Optional.empty();
        }
        start = line;
        pushedBack = character;
        List<String> fields = new ArrayList<>();
        do {
            fields.add(field());
            character = read();
        } while (character == ',');
        return Optional.of(fields);
    }

    /** Reads up to the comma or the end of the line, which is left. */
    private String field() throws IOException {
        StringBuilder field = new StringBuilder();
        int character = read();
        if (character == '"') {
            quoted(field);
            character = read();
        }
        while (character != ',' && character != '\n' && character != END) {
            if (character != '\r') {
                field.append((char) character);
            }
            character = read();
        }
        pushedBack = character;
        return field.toString();
    }

    private void quoted(StringBuilder field) throws IOException {
        while (true) {
            int character = read();
            if (character == END) {
                throw new LegislatorFile.NotLegislators("a quotation mark is never closed");
            }
            if (character == '"') {
                int following = read();
                if (following != '"') {
                    pushedBack = following;
                    return;
                }
            }
            field.append((char) character);
        }
    }

    private int read() throws IOException {
        int character = pushedBack;
        pushedBack = END;
        if (character == END) {
            character = in.read();
            line += character == '\n' ? 1 : 0;
            keep(character);
        }
        return character;
    }

    private void keep(int character) {
        if (record.length() == MAXIMUM_RECORD_CHARACTERS) {
            throw new LegislatorFile.NotLegislators("a record is longer than " + MAXIMUM_RECORD_CHARACTERS
                    + " characters; is a quotation mark missing?");
        }
        if (character != END) {
            record.append((char) character);
        }
    }

    /** Returns the last record as it stands, without the end of its line. */
    String text() {
        int end = record.length();
        while (end > 0 && (record.charAt(end - 1) == '\n' || record.charAt(end - 1) == '\r')) {
            end--;
        }
        return record.substring(0, end);
    }

    /** Returns the line on which the last record begins, from 1. */
    long line() {
        return start;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException alreadyRead) {
            // Nothing was written, so a stream that does not close well has lost nothing.
        }
    }
}
