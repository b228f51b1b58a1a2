package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints rows of text in columns that are as wide as they must be. */
final class Table {
    private static final String BETWEEN_COLUMNS = "  ";

    private Table() {}

    /** Prints the names of the columns, then the rows, each of as many cells. */
    static void print(PrintWriter out, List<String> names, List<List<String>> rows) {
        print(out, Stream.concat(Stream.of(names), rows.stream()).toList());
    }

    /** Prints the rows, each of as many cells. */
    static void print(PrintWriter out, List<List<String>> rows) {
        int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        for (List<String> row : rows) {
            out.println(IntStream.range(0, columns)
                    .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
                    .collect(Collectors.joining(BETWEEN_COLUMNS)).stripTrailing());
        }
    }
}
