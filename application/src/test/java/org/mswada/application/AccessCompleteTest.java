package org.mswada.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mswada.application.bill.GetBill;
import org.mswada.application.importing.ImportBills;
import org.mswada.application.user.RegisterUser;
import org.mswada.application.user.SignIn;
import org.mswada.application.wrong.WritesUnasked;
import org.mswada.domain.user.Actor;

/** Nothing is missing in {@link AccessTest}: whoever adds a use case that writes, or that takes an actor, lists it there. */
final class AccessCompleteTest {
    /** A sign-in finds out who acts, or has them registered as a citizen; nobody acts before. */
    private static final Set<Class<?>> BEFORE_ANYBODY_ACTS = Set.of(SignIn.class, RegisterUser.class);

    private final UseCases house = house();

    @Test
    void every_use_case_that_writes_asks_first_who_acts_and_is_listed() {
        List<Class<?>> writing = house.writing();
        assertThat(writing).containsAll(BEFORE_ANYBODY_ACTS).contains(ImportBills.class).doesNotContain(GetBill.class);
        for (Class<?> useCase : writing) {
            if (!BEFORE_ANYBODY_ACTS.contains(useCase)) {
                assertThat(UseCases.methods(useCase)).as(useCase.getName()).isNotEmpty()
                        .allMatch(AccessCompleteTest::asksWhoActs);
                assertThat(AccessTest.listed()).contains(useCase.getSimpleName());
            }
        }
    }

    @Test
    void every_use_case_that_takes_an_actor_is_listed_and_nothing_else() {
        Set<String> asking = house.all().stream()
                .filter(type -> UseCases.methods(type).stream().anyMatch(AccessCompleteTest::asksWhoActs))
                .map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
        assertThat(asking).isEqualTo(AccessTest.listed());
    }

    @Test
    void one_that_writes_for_whoever_calls_it_is_found() throws Exception {
        UseCases wrong = UseCases.below(root(WritesUnasked.class).resolve("org/mswada/application/wrong"));
        assertThat(wrong.writing()).containsExactly(WritesUnasked.class);
        assertThat(UseCases.methods(WritesUnasked.class)).noneMatch(AccessCompleteTest::asksWhoActs);
    }

    private static boolean asksWhoActs(Method method) {
        return Stream.of(method.getParameterTypes()).limit(1).anyMatch(Actor.class::equals);
    }

    private static UseCases house() {
        try {
            return UseCases.below(root(GetBill.class).resolve("org/mswada/application"));
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Path root(Class<?> inside) throws URISyntaxException {
        return Path.of(inside.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
