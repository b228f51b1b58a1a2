package org.mswada.http.routing;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.mswada.http.problem.ProblemException;
import org.mswada.http.problem.ProblemType;

/**
 * Which version a change is meant for (RFC 9110, section 13.1.1). The tag of a version begins with its number, so that it is
 * compared in the statement that writes, not before it.
 */
final class IfMatch {
    private static final Pattern TAG = Pattern.compile("(W/)?(\"([0-9]{1,9})-[\\x21\\x23-\\x7E]*\")");

    private IfMatch() {}

    static int version(List<String> headers, IntFunction<EntityTag> tagOf) {
        String header = String.join(", ", headers).strip();
        if (header.isEmpty()) {
            throw new ProblemException(ProblemType.PRECONDITION_REQUIRED, ProblemType.PRECONDITION_REQUIRED.meaning());
        }
        if (header.equals("*")) {
            throw new ProblemException(ProblemType.PRECONDITION_REQUIRED,
                    "'If-Match: *' would change whatever is there, seen or not.");
        }
        List<Integer> versions = TAG.matcher(header).results().filter(tag -> tag.group(1) == null)
                .filter(tag -> tagOf.apply(Integer.parseInt(tag.group(3))).value().equals(tag.group(2)))
                .map(tag -> Integer.valueOf(tag.group(3))).distinct().toList();
        if (versions.isEmpty()) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED,
                    "If-Match names no version of this: the tag is of something else, weak, or of an older release.");
        }
        if (versions.size() > 1) {
            throw new ProblemException(ProblemType.PRECONDITION_FAILED,
                    "If-Match names more than one version, and a change is made for one.");
        }
        return versions.getFirst();
    }
}
