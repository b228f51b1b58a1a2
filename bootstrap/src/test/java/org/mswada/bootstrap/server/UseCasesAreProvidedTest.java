package org.mswada.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mswada.domain.storage.UnitOfWork;

/** Whatever the application can do is to be had from the component: a use case that somebody forgets to wire fails this. */
final class UseCasesAreProvidedTest {
    private static final String APPLICATION = "org.mswada.application";
    private static final int AT_LEAST = 60;

    @Test
    void each_class_that_does_something_in_a_unit_of_work_is_provided_by_the_component() {
        Set<String> useCases = new ClassFileImporter().importPackages(APPLICATION).stream()
                .filter(type -> isCallable(type) && opensUnits(type)).map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> provided = Arrays.stream(ServerComponent.class.getMethods()).map(Method::getReturnType)
                .map(Class::getName).filter(name -> name.startsWith(APPLICATION))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(useCases).hasSizeGreaterThan(AT_LEAST);
        assertThat(provided).isEqualTo(useCases);
    }

    private static boolean isCallable(JavaClass type) {
        return type.isTopLevelClass() && isPublic(type.getModifiers()) && type.getMethods().stream()
                .map(JavaMethod::getModifiers)
                .anyMatch(modifiers -> isPublic(modifiers) && !modifiers.contains(JavaModifier.STATIC));
    }

    /** Some do it through another, as the creation of one bill is that of a batch of one. */
    private static boolean opensUnits(JavaClass type) {
        return type.isEquivalentTo(UnitOfWork.class) || type.getPackageName().startsWith(APPLICATION)
                && type.getConstructors().stream().flatMap(made -> made.getRawParameterTypes().stream())
                        .anyMatch(UseCasesAreProvidedTest::opensUnits);
    }

    private static boolean isPublic(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC);
    }
}
