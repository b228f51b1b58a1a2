package org.mswada.application;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.FieldRefEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mswada.domain.storage.UnitOfWork;

/** The classes that other packages can call, and what they do, as the compiler left it. */
final class UseCases {
    private static final String UNITS = UnitOfWork.class.getName().replace('.', '/');
    private static final Set<String> OPENING = Set.of(UNITS + ".write", UNITS + ".writeSingle");

    /** What each class calls, as {@code class.method}; inner classes and lambdas count as the class around them. */
    private final Map<String, Set<String>> calls = new TreeMap<>();

    private UseCases() {}

    static UseCases below(Path folder) throws IOException {
        UseCases found = new UseCases();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class")).toList()) {
                found.read(file);
            }
        }
        return found;
    }

    private void read(Path file) throws IOException {
        ClassModel read = ClassFile.of().parse(file);
        Set<String> called = calls.computeIfAbsent(outermost(read.thisClass().asInternalName()),
                name -> new HashSet<>());
        for (PoolEntry entry : read.constantPool()) {
            if (entry instanceof MemberRefEntry member && !(member instanceof FieldRefEntry)) {
                called.add(outermost(member.owner().asInternalName()) + "." + member.name().stringValue());
            }
        }
    }

    /** Returns all of them. */
    List<Class<?>> all() {
        return callable(calls.keySet());
    }

    /** Returns those that open a unit that may write, or call a class that does. */
    List<Class<?>> writing() {
        Set<String> writing = new TreeSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, Set<String>> each : calls.entrySet()) {
                if (each.getValue().stream().anyMatch(call -> OPENING.contains(call) || isOf(call, writing))) {
                    more |= writing.add(each.getKey());
                }
            }
        }
        return callable(writing);
    }

    /** Returns the methods by which other packages call a use case. */
    static List<Method> methods(Class<?> useCase) {
        return Arrays.stream(useCase.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()).toList();
    }

    private static List<Class<?>> callable(Collection<String> names) {
        return names.stream().filter(name -> !name.endsWith("/package-info")).<Class<?>>map(UseCases::load)
                .filter(type -> Modifier.isPublic(type.getModifiers()) && !methods(type).isEmpty()).toList();
    }

    private static boolean isOf(String call, Set<String> classes) {
        return classes.contains(call.substring(0, call.lastIndexOf('.')));
    }

    private static String outermost(String internalName) {
        return internalName.replaceFirst("\\$.*", "");
    }

    private static Class<?> load(String internalName) {
        try {
            return Class.forName(internalName.replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
