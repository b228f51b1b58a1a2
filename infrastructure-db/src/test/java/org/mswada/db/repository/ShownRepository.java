package org.mswada.db.repository;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.mswada.support.jooqcodegen.GenerateJooqCode;

/** The files that docs/adding-a-repository.md shows, in a folder, as if they were in the repository. */
final class ShownRepository {
    private static final Path ROOT = Path.of(System.getProperty("mswada.repository.root"));
    private static final Pattern FILE = Pattern.compile("(?m)^`([^`\n]+/)([^`/\n]+)`\n\n```\\w+\n(.*?)^```$",
            Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile("(?m)^```java\n( +@Binds [^\n]+\n)```$");
    private static final Path MODULE = ROOT
            .resolve("infrastructure-db/src/main/java/org/mswada/db/repository/RepositoriesModule.java");

    private final Path sources;
    private final Path classes;
    private final Path generated;

    ShownRepository(Path folder) throws IOException {
        this.sources = Files.createDirectories(folder.resolve("sources"));
        this.classes = Files.createDirectories(folder.resolve("classes"));
        this.generated = Files.createDirectories(folder.resolve("generated"));
    }

    static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/adding-a-repository.md"));
    }

    /** Writes the files of the page, and the module with the page's line; returns the names of the files. */
    List<String> write(String page) throws IOException {
        List<String> names = new ArrayList<>();
        Matcher file = FILE.matcher(page);
        while (file.find()) {
            String name = file.group(2);
            Path folder = name.endsWith(".sql") ? classes.resolve("db/migration") : sources;
            Files.writeString(Files.createDirectories(folder).resolve(name), file.group(3));
            names.add(name);
        }
        Matcher line = LINE.matcher(page);
        if (!line.find()) {
            throw new IllegalArgumentException("the page shows no line with @Binds");
        }
        String module = Files.readString(MODULE);
        int end = module.lastIndexOf('}');
        Files.writeString(sources.resolve("RepositoriesModule.java"), (module.substring(0, end) + line.group(1) + "}\n")
                .replace("\nimport dagger.Module;\n", "\nimport dagger.Module;\n"
                        + "import org.mswada.domain.legislature.CommitteeRepository;\n"));
        return names;
    }

    /** Generates jOOQ's code from the migrations with the page's. */
    void generate() throws Exception {
        String[] arguments = {classes.resolve("db/migration").toString(), generated.toString(),
                "org.mswada.db.generated"};
        within(loader -> loader.loadClass(GenerateJooqCode.class.getName()).getMethod("main", String[].class)
                .invoke(null, (Object) arguments));
    }

    /** Compiles all; returns what javac says, which is nothing if all is well. */
    String compile() throws IOException {
        List<Path> all = new ArrayList<>(javaFilesIn(sources));
        all.addAll(javaFilesIn(generated));
        return compile(all);
    }

    /** Compiles what was written once the rest is compiled; says the same. */
    String compileShown() throws IOException {
        return compile(javaFilesIn(sources));
    }

    private String compile(List<Path> shown) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            javac.getTask(said, files, null,
                    List.of("-proc:none", "-d", classes.toString(), "-classpath",
                            classes + File.pathSeparator + System.getProperty("java.class.path")),
                    null, files.getJavaFileObjectsFromPaths(shown)).call();
        }
        return said.toString();
    }

    /** Runs these tests, on one server of their own whose schema has the page's migration. */
    TestExecutionSummary run(String... tests) throws Exception {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        within(loader -> {
            List<DiscoverySelector> selectors = new ArrayList<>();
            for (String test : tests) {
                selectors.add(
                        DiscoverySelectors.selectClass(loader.loadClass("org.mswada.db.repository." + test)));
            }
            LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request().selectors(selectors).build(),
                    listener);
        });
        return listener.getSummary();
    }

    /** Makes what the module binds a port to, as Dagger does, by the constructor for it; returns the classes' names. */
    List<String> bound(String port) throws Exception {
        List<String> bound = new ArrayList<>();
        within(loader -> {
            for (Method method : loader.loadClass("org.mswada.db.repository.RepositoriesModule").getMethods()) {
                if (method.getReturnType().getName().equals(port) && isMarked(method, "dagger.Binds")) {
                    Constructor<?> made = Arrays.stream(method.getParameterTypes()[0].getDeclaredConstructors())
                            .filter(each -> isMarked(each, "jakarta.inject.Inject")).findAny()
                            .orElseThrow(() -> new AssertionError(method + " binds a class without @Inject"));
                    made.setAccessible(true);
                    bound.add(method.getReturnType().cast(made.newInstance()).getClass().getSimpleName());
                }
            }
        });
        return bound;
    }

    /** By name, for the annotations are loaded anew, too. */
    private static boolean isMarked(AnnotatedElement element, String annotation) {
        return Arrays.stream(element.getAnnotations())
                .anyMatch(mark -> mark.annotationType().getName().equals(annotation));
    }

    private void within(Work work) throws Exception {
        // The JVM looks for drivers once, by the class loader of the thread that asks first: by one that is closed afterwards,
        // no test beside this one would find any.
        long _ = DriverManager.drivers().count();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (ShownClasses loader = new ShownClasses(classes)) {
            thread.setContextClassLoader(loader);
            work.run(loader);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<Path> javaFilesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** What is done while the thread's class loader knows the page's files. */
    private interface Work {
        void run(ClassLoader loader) throws Exception;
    }

    /**
     * Loads everything anew with the page's classes and migration before those of the build, as a build with them would:
     * but for JUnit, which has to be the same in and outside of the test.
     */
    private static final class ShownClasses extends URLClassLoader {
        ShownClasses(Path first) throws IOException {
            super(urls(first), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] urls(Path first) throws IOException {
            List<URL> urls = new ArrayList<>(List.of(first.toUri().toURL()));
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                urls.add(Path.of(entry).toUri().toURL());
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            return name.startsWith("org.junit.") || name.startsWith("org.opentest4j.")
                    ? ShownRepository.class.getClassLoader().loadClass(name)
                    : super.findClass(name);
        }
    }
}
