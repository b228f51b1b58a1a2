package org.mswada.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** The rules of the house, for the classes below a root package: the real one, or that of a deliberately wrong example. */
enum ArchitectureRules {
    DOMAIN_KNOWS_ONLY_THE_JDK {
        @Override
        ArchRule below(String root) {
            return classes().that().resideInAPackage(root + ".domain..")
                    .should().onlyDependOnClassesThat()
                    .resideInAnyPackage(root + ".domain..", "java.lang..", "java.util..", "java.time..", "java.math..",
                            "java.nio.charset..", "java.security..", "java.text..",
                            "org.jspecify..");
        }
    },
    APPLICATION_KNOWS_ONLY_THE_DOMAIN {
        @Override
        ArchRule below(String root) {
            return classes().that().resideInAPackage(root + ".application..")
                    .should().onlyDependOnClassesThat()
                    .resideInAnyPackage(root + ".application..", root + ".domain..", "java.lang..", "java.util..",
                            "java.time..", "java.nio..", "java.security..", "org.jspecify..");
        }
    },
    ONLY_THE_DATABASE_MODULE_SPEAKS_SQL {
        @Override
        ArchRule below(String root) {
            return noClasses().that().resideInAPackage(root + "..")
                    .and().resideOutsideOfPackages(root + ".db..", root + ".migrations..", root + ".support..")
                    .should().dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "org.jooq..", "com.zaxxer..", "org.postgresql..");
        }
    },
    ADAPTERS_DO_NOT_SEE_EACH_OTHER {
        @Override
        ArchRule below(String root) {
            return slices().matching(root + ".(db|http|importing|migrations)..").should().notDependOnEachOther();
        }
    },
    NOBODY_DEPENDS_ON_BOOTSTRAP {
        @Override
        ArchRule below(String root) {
            return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".bootstrap..")
                    .should().dependOnClassesThat().resideInAPackage(root + ".bootstrap..");
        }
    },
    REPOSITORIES_ARE_PACKAGE_PRIVATE {
        @Override
        ArchRule below(String root) {
            return classes().that().resideInAPackage(root + ".db.repository..")
                    .and().implement(JavaClass.Predicates.simpleNameEndingWith("Repository"))
                    .should().bePackagePrivate();
        }
    },
    PACKAGES_HAVE_NO_CYCLES {
        @Override
        ArchRule below(String root) {
            return slices().matching(root + ".(**)").should().beFreeOfCycles()
                    .ignoreDependency(generated(root), DescribedPredicate.alwaysTrue());
        }
    },
    PACKAGES_ARE_NULL_MARKED {
        @Override
        ArchRule below(String root) {
            return classes().that().resideInAPackage(root + "..").and(DescribedPredicate.not(generated(root)))
                    .should(beInANullMarkedPackage());
        }
    };

    abstract ArchRule below(String root);

    private static DescribedPredicate<JavaClass> generated(String root) {
        return JavaClass.Predicates.resideInAPackage(root + ".db.generated..");
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass checked, ConditionEvents events) {
                boolean marked = checked.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(checked, marked,
                        checked.getName() + " is in a package without @NullMarked"));
            }
        };
    }
}
