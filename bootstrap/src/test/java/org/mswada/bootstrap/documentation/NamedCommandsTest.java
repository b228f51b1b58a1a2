package org.mswada.bootstrap.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mswada.bootstrap.cli.MswadaCommand;
import picocli.CommandLine;

/** Every command that a document or a message names exists, with its options. */
final class NamedCommandsTest {
    private static final Pattern IN_DOCUMENTS = Pattern.compile("`(?:\\./)?mswada ([^`]+)`");
    private static final Pattern IN_MESSAGES = Pattern.compile("'mswada ([^']+)'");
    private static final Pattern BEFORE_COMMAND = Pattern.compile("^(--(config|set) \\S+ )+");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

    @Test
    void in_the_documents() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> documents = Stream.concat(Stream.of(ShownBlock.ROOT.resolve("README.md")),
                Files.list(ShownBlock.ROOT.resolve("docs")).filter(Files::isRegularFile))) {
            assertThat(documents.toList().stream().mapToInt(file -> check(file, IN_DOCUMENTS, wrong)).sum())
                    .isGreaterThan(10);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void in_what_the_code_says() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ShownBlock.ROOT)) {
            assertThat(files.filter(file -> file.toString().matches(".*/src/main/java/.*\\.java")).toList().stream()
                    .mapToInt(file -> check(file, IN_MESSAGES, wrong)).sum()).isGreaterThan(10);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void one_that_does_not_exist_is_noticed() {
        assertThat(isKnown("db verify-alinement")).isFalse();
        assertThat(isKnown("db verify-alignment --jason")).isFalse();
        assertThat(isKnown("db verify-alignment --json")).isTrue();
        assertThat(isKnown("config explain KEY")).isTrue();
    }

    private static int check(Path file, Pattern pattern, List<String> wrong) {
        try {
            Matcher named = pattern.matcher(Files.readString(file));
            int count = 0;
            while (named.find()) {
                count++;
                if (!isKnown(named.group(1))) {
                    wrong.add(file.getFileName() + ": mswada " + named.group(1));
                }
            }
            return count;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isKnown(String command) {
        CommandLine found = MswadaCommand.commandLine(Map.of());
        for (String word : BEFORE_COMMAND.matcher(command).replaceFirst("").split(" ", -1)) {
            CommandLine inner = found.getSubcommands().get(word);
            if (inner == null) {
                break;
            }
            found = inner;
        }
        boolean isLeaf = found.getSubcommands().keySet().stream().allMatch("help"::equals)
                || found.getCommandName().equals("config");
        CommandLine.Model.CommandSpec spec = found.getCommandSpec();
        return isLeaf && OPTION.matcher(command).results().allMatch(
                option -> spec.findOption(option.group()) != null || spec.root().findOption(option.group()) != null);
    }
}
