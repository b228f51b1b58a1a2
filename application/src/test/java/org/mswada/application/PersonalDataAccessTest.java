package org.mswada.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mswada.application.tracking.StreamFollowers;
import org.mswada.application.user.GetUser;
import org.mswada.application.user.RegisterUser;
import org.mswada.application.user.SignIn;
import org.mswada.domain.user.Actor;

/** Who users are and what they follow is personal: whoever only reads it is asked first who they are, too. */
final class PersonalDataAccessTest {
    /** They find out who acts. */
    private static final Set<Class<?>> BEFORE_ANYBODY_ACTS = Set.of(SignIn.class, RegisterUser.class);

    @Test
    void every_use_case_of_users_and_of_what_they_follow_asks_first_who_acts() throws Exception {
        List<Class<?>> useCases = useCases();
        assertThat(useCases).contains(GetUser.class, StreamFollowers.class).containsAll(BEFORE_ANYBODY_ACTS);
        for (Class<?> useCase : useCases) {
            assertThat(methods(useCase)).as(useCase.getName()).isNotEmpty()
                    .allMatch(method -> asksWhoActs(method) != BEFORE_ANYBODY_ACTS.contains(useCase));
        }
    }

    private static boolean asksWhoActs(Method method) {
        return Stream.of(method.getParameterTypes()).limit(1).anyMatch(Actor.class::equals);
    }

    private static List<Method> methods(Class<?> useCase) {
        return Arrays.stream(useCase.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()))
                .toList();
    }

    /** Returns the public classes of the two packages that are neither records nor outcomes. */
    private static List<Class<?>> useCases() throws IOException, URISyntaxException {
        Path root = Path.of(GetUser.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root.resolve("org/mswada/application"))) {
            return files.map(file -> root.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.matches("org\\.mswada\\.application\\.(tracking|user)\\.\\w+\\.class"))
                    .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> Modifier.isPublic(type.getModifiers()) && !type.isRecord() && !type.isInterface())
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
