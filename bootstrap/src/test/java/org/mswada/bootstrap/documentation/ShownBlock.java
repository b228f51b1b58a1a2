package org.mswada.bootstrap.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a document.
 *
 * @param language as the fence says, such as sh
 * @param lines without continuations: what ends in a backslash is one line with the next
 */
record ShownBlock(String language, List<String> lines) {
    static final Path ROOT = Path.of(System.getProperty("mswada.repository.root"));
    private static final Pattern FENCED = Pattern.compile("(?m)^```(\\w+)\n(.*?)^```$", Pattern.DOTALL);

    static List<ShownBlock> of(String document) throws IOException {
        List<ShownBlock> blocks = new ArrayList<>();
        Matcher fenced = FENCED.matcher(Files.readString(ROOT.resolve(document)));
        while (fenced.find()) {
            blocks.add(new ShownBlock(fenced.group(1), fenced.group(2).replace("\\\n", " ").lines()
                    .filter(line -> !line.isBlank()).toList()));
        }
        return blocks;
    }
}
