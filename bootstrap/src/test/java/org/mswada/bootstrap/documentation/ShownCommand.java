package org.mswada.bootstrap.documentation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of shell in a document.
 *
 * @param variables that the line sets, in front of the command or for all that follow
 * @param words the command, or none for a line that only exports
 * @param exitCode what the line's comment says that it ends with, 0 where it says nothing
 */
record ShownCommand(Map<String, String> variables, List<String> words, int exitCode) {
    private static final Pattern COMMENT = Pattern.compile("\\s+#\\s.*$");
    private static final Pattern EXIT_CODE = Pattern.compile("# exit code (\\d+)");
    private static final Pattern WORD = Pattern.compile("(?:[^\\s']|'[^']*')+");
    private static final Pattern ASSIGNMENT = Pattern.compile("([A-Z_]+)=(.*)");

    static ShownCommand of(String line) {
        Matcher exitCode = EXIT_CODE.matcher(line);
        int expected = exitCode.find() ? Integer.parseInt(exitCode.group(1)) : 0;
        Map<String, String> variables = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(COMMENT.matcher(line).replaceFirst(""));
        while (word.find()) {
            String text = word.group().replace("'", "");
            Matcher assignment = ASSIGNMENT.matcher(text);
            if (words.isEmpty() && assignment.matches()) {
                variables.put(assignment.group(1), assignment.group(2));
            } else if (!text.equals("export")) {
                words.add(text);
            }
        }
        return new ShownCommand(variables, List.copyOf(words), expected);
    }

    boolean isOnlyExport() {
        return words.isEmpty();
    }

    String program() {
        return words.getFirst();
    }
}
