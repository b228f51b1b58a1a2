package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.DatabaseAccess;
import org.mswada.bootstrap.server.Lifecycle;
import org.mswada.bootstrap.server.Server;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs the server until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Runs the server. In development without MSWADA_DB_URL it starts a database of its own, with demo data.")
final class ServeCommand implements Callable<Integer> {
    private final ConfigOptions options;
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    ServeCommand(ConfigOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        ServerConfig config = options.read();
        PrintWriter talk = spec.commandLine().getErr();
        Lifecycle lifecycle = new Lifecycle();
        ShutdownHook hook = ShutdownHook.install(lifecycle, talk::println);
        try {
            Server server = Server.start(config, DatabaseAccess.own(config, lifecycle, talk::println), lifecycle,
                    talk::println);
            if (server.isReady()) {
                Banner.print(server, talk);
            }
            hook.awaitShutdown();
            return ExitCode.OK;
        } catch (Exception failure) {
            if (!hook.startFailed()) {
                // It was told to stop while it started, and what it missed then is no failure.
                hook.awaitShutdown();
                return ExitCode.OK;
            }
            lifecycle.closeAfter(failure);
            int code = FailureReport.tell(failure, talk);
            hook.failureTold(code);
            return code;
        } catch (Error failure) {
            boolean _ = hook.startFailed();
            throw failure;
        } finally {
            hook.closeUnlessShuttingDown();
        }
    }
}
