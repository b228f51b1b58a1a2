package org.mswada.db.alignment;

/** What to do about a difference: a statement where one mends it and destroys nothing, else words. */
final class Remedy {
    private static final String SEPARATOR = " on ";

    private Remedy() {}

    static String ofMissing(SchemaObject missing) {
        String make = switch (missing.kind()) {
            case "index", "trigger", "statistics", "rule" -> missing.definition();
            case "constraint", "foreign key" -> alter(missing) + " add constraint " + own(missing) + " "
                    + missing.definition();
            case "extension" -> "create extension " + missing.name();
            case "grant" -> "grant " + missing.definition() + " " + missing.name();
            default -> "";
        };
        return make.isEmpty()
                ? "Make it again as the migrations do; if it is gone on purpose, write a migration that drops it."
                : "Run: " + make + "; if it is gone on purpose, write a migration that drops it.";
    }

    static String ofUnexpected(SchemaObject unexpected) {
        String drop = switch (unexpected.kind()) {
            case "index" -> "drop index concurrently " + unexpected.name();
            case "constraint", "foreign key" -> alter(unexpected) + " drop constraint " + own(unexpected);
            case "trigger", "rule", "policy" -> "drop " + unexpected.kind() + " " + unexpected.name();
            case "function", "procedure", "view", "statistics" -> "drop " + unexpected.kind() + " " + unexpected.name();
            case "grant" -> "revoke " + unexpected.definition().replace(" with grant option", "") + " "
                    + unexpected.name().replace(" to ", " from ");
            default -> "";
        };
        return (drop.isEmpty() ? "Drop it if nobody needs it" : "If nobody needs it, run: " + drop)
                + "; if it is meant, write a migration that makes it, or accept it by --accept.";
    }

    static String ofChanged(SchemaObject expected, SchemaObject live) {
        if (live.definition().equals(expected.definition() + ", invalid")) {
            return "Its making broke off. Run: reindex index concurrently " + live.name() + ".";
        }
        if (live.definition().equals(expected.definition() + " NOT VALID")) {
            return "Rows from before may break it. Run: " + alter(live) + " validate constraint "
                    + own(live) + ".";
        }
        if (live.kind().equals("foreign key") && live.definition().endsWith("its triggers are disabled")) {
            return "Rows stored meanwhile may break it. Look for such, then run: alter table " + owner(live)
                    + " enable trigger all, on it and on the table that it refers to.";
        }
        return "Change it back to what is expected; if the change is meant, write a migration with it.";
    }

    private static String alter(SchemaObject constraint) {
        boolean ofDomain = constraint.parent() != null && constraint.parent().startsWith("type ");
        return (ofDomain ? "alter domain " : "alter table ") + owner(constraint);
    }

    /** The name before " on ". */
    private static String own(SchemaObject part) {
        return part.name().substring(0, part.name().lastIndexOf(SEPARATOR));
    }

    private static String owner(SchemaObject part) {
        return part.name().substring(part.name().lastIndexOf(SEPARATOR) + SEPARATOR.length());
    }
}
