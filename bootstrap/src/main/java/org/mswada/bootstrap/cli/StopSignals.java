package org.mswada.bootstrap.cli;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the first signal to stop (HUP, INT, TERM) end the process in good order, and the second at once: by itself the JVM
 * takes no notice of signals while its shutdown hooks run. A signal that was ignored when the JVM began, as INT is in the
 * background of a shell and HUP below nohup, stays ignored.
 */
final class StopSignals {
    /** What is added to the number of the signal that ended a process (POSIX.1-2024, Shell, 2.8.2). */
    private static final int BY_SIGNAL = 128;
    private static final List<String> NAMES = List.of("HUP", "INT", "TERM");
    private static final Logger LOGGER = LoggerFactory.getLogger(StopSignals.class);

    private final AtomicBoolean told = new AtomicBoolean();
    private volatile int exitCode = ExitCode.OK;

    /** Takes the signals from now on, in place of the JVM. */
    void take() {
        try {
            register();
        } catch (ReflectiveOperationException refused) {
            LOGGER.warn("This JVM leaves no signals to the application, so a second one does not end it at once",
                    refused);
        }
    }

    /** From now on the first signal ends the process with this code, for what it did has failed before. */
    void endWith(int code) {
        exitCode = code;
    }

    /** By reflection, for the compiler warns of each mention of sun.misc.Signal, and no annotation keeps it from that. */
    private void register() throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Object handler = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[]{handlerType},
                (_, _, arguments) -> {
                    received((int) signal.getMethod("getNumber").invoke(arguments[0]));
                    return null;
                });
        for (String name : NAMES) {
            Object named = signal.getConstructor(String.class).newInstance(name);
            signal.getMethod("handle", signal, handlerType).invoke(null, named, handler);
        }
    }

    /** Each signal comes on a thread of its own. */
    private void received(int number) {
        if (told.compareAndSet(false, true)) {
            System.exit(exitCode);
        }
        // Without a word: who writes may have to wait for who reads.
        Runtime.getRuntime().halt(BY_SIGNAL + number);
    }
}
