package org.mswada.importing.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and the schema say what the reader does. */
final class InterchangeDocumentationTest {
    private static final Path DOCS = Path.of(System.getProperty("mswada.repository.root"), "docs");
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("(?m)^## .*?`(\\w+)`.*$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_.\\[\\]]+)`( \\*)? \\| ([^|]*) \\|$");

    @TempDir
    private Path folder;

    @Test
    void the_schema_is_that_of_the_shapes() throws IOException {
        Path wanted = Files.writeString(Path.of("target", "interchange.schema.json"), InterchangeSchema.text());
        assertThat(DOCS.resolve("interchange.schema.json")).as("what stands in %s", wanted)
                .hasContent(InterchangeSchema.text());
    }

    @Test
    void the_example_is_read_without_a_word() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(DOCS.resolve("interchange.md")));
        assertThat(example.find()).isTrue();
        ReadBack read = ReadBack.of(folder, example.group(1).lines().toList());
        assertThat(read.reasons()).isEmpty();
        assertThat(read.records()).hasSize(5);
    }

    @Test
    void the_tables_have_exactly_the_members_of_the_format_in_their_order() throws IOException {
        String page = Files.readString(DOCS.resolve("interchange.md"));
        for (Format format : Format.values()) {
            List<String> expected = new ArrayList<>();
            rows("", format.shape(), expected);
            expected.removeFirst();
            assertThat(documented(page, Shape.Choice.word(format))).as("%s", format).isEqualTo(expected);
        }
    }

    private static void rows(String prefix, Shape.Members shape, List<String> rows) {
        for (Shape.Member member : shape.members()) {
            rows.add(prefix + member.name() + (member.required() ? " *" : ""));
            if (member.shape() instanceof Shape.Items items && items.item() instanceof Shape.Members inner) {
                rows(prefix + member.name() + "[].", inner, rows);
            } else if (member.shape() instanceof Shape.Members inner) {
                rows(prefix + member.name() + ".", inner, rows);
            }
        }
    }

    private static List<String> documented(String page, String type) {
        Matcher section = SECTION.matcher(page);
        while (section.find()) {
            if (section.group(1).equals(type)) {
                int end = page.indexOf("\n## ", section.end());
                Matcher row = ROW.matcher(page.substring(section.end(), end < 0 ? page.length() : end));
                return row.results().map(found -> found.group(1) + (found.group(2) == null ? "" : " *")).toList();
            }
        }
        throw new AssertionError("no section of the page is about " + type);
    }

    @Test
    void every_word_of_every_choice_stands_on_the_page() throws IOException {
        String page = Files.readString(DOCS.resolve("interchange.md"));
        Arrays.stream(Format.values()).flatMap(format -> words(format.shape()).stream()).distinct()
                .forEach(word -> assertThat(page).contains("`" + word + "`"));
    }

    private static List<String> words(Shape shape) {
        return switch (shape) {
            case Shape.Choice choice -> choice.words();
            case Shape.Items items -> words(items.item());
            case Shape.Members members ->
                members.members().stream().flatMap(member -> words(member.shape()).stream()).toList();
            default -> List.of();
        };
    }
}
