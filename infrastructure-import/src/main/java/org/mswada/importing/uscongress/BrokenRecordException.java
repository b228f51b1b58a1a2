package org.mswada.importing.uscongress;

/** A record is not a bill as this package knows them. The message says which field is wrong and why. */
final class BrokenRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /** Tells what is wrong with the record as a whole. */
    BrokenRecordException(String problem) {
        this("", problem);
    }

    /** Tells what is wrong with a field, named by its path from the record or from the part at hand. */
    BrokenRecordException(String field, String problem) {
        super(field.isEmpty() ? problem : "field " + field + " " + problem, null, false, false);
        this.field = field;
        this.problem = problem;
    }

    /** Returns the same problem, its field named from one level further out. */
    BrokenRecordException within(String part) {
        return new BrokenRecordException(field.isEmpty() ? part : part + "." + field, problem);
    }
}
