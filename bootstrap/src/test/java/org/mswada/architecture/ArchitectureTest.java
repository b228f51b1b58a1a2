package org.mswada.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds every rule against the house, and against a house that breaks it: a rule that cannot fail guards nothing. */
final class ArchitectureTest {
    private static final String ROOT = "org.mswada";
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

    @ParameterizedTest
    @EnumSource
    void the_house_keeps(ArchitectureRules rule) {
        assertThat(HOUSE).hasSizeGreaterThan(100);
        rule.below(ROOT).check(HOUSE);
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_example_trips(ArchitectureRules rule) {
        String root = ROOT + ".architecture.wrong." + rule.name().toLowerCase(Locale.ROOT).replace("_", "");
        JavaClasses wrong = new ClassFileImporter().importPackages(root);
        assertThat(wrong).as("wrong examples below %s", root).isNotEmpty();
        EvaluationResult result = rule.below(root).evaluate(wrong);
        assertThat(result.hasViolation()).as("the wrong example of %s is found", rule).isTrue();
        // A public class of an example is what a wrong one depends on; each that is not public is wrong by itself.
        assertThat(wrong.stream().filter(example -> !example.getModifiers().contains(JavaModifier.PUBLIC)))
                .allSatisfy(example -> assertThat(result.getFailureReport().toString()).contains(example.getName()));
    }
}
