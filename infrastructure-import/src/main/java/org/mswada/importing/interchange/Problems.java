package org.mswada.importing.interchange;

import java.util.ArrayList;
import java.util.List;

import org.mswada.importing.lines.ShortText;

/** All that is wrong with a line. */
final class Problems {
    /** Beyond that, they are counted: who wrote the line has one error in his program, not so many. */
    private static final int MOST = 20;

    private final List<String> told = new ArrayList<>();
    private int more;

    /** Adds what is wrong with a value, to be read after its pointer. */
    void add(Pointer pointer, String problem) {
        add((pointer.outer() == null ? "the line" : ShortText.of(pointer.toString())) + " " + problem);
    }

    private void add(String problem) {
        if (told.size() < MOST) {
            told.add(problem);
        } else {
            more++;
        }
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    @Override
    public String toString() {
        return String.join("; ", told) + (more == 0 ? "" : "; and " + more + " more");
    }
}
