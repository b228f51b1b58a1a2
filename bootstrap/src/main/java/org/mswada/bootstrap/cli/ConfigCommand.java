package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.mswada.bootstrap.config.ConfigReader;
import org.mswada.bootstrap.config.InvalidConfig;
import org.mswada.bootstrap.config.Key;
import org.mswada.bootstrap.config.Setting;
import org.mswada.bootstrap.config.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Shows the configuration, without secrets. */
@Command(name = "config", mixinStandardHelpOptions = true, description = "Shows every setting, its value and where that comes from.")
final class ConfigCommand implements Runnable {
    private final ConfigOptions options;

    @CommandLine.Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    ConfigCommand(ConfigOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        Settings settings = Settings.read(options.sources());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.of(settings.all().stream().map(Shown::of).toList()));
        } else {
            settings.all().stream().map(Shown::of).forEach(shown -> out.println(String.format(Locale.ROOT,
                    "%-26s %-40s %s", shown.key(), shown.value().isEmpty() ? "-" : shown.value(), shown.origin())));
        }
        out.flush();
        warn();
    }

    /** What is wrong is said beside the values, not instead of them. */
    private void warn() {
        try {
            ConfigReader.read(options.sources());
        } catch (InvalidConfig invalid) {
            spec.commandLine().getErr().println(invalid.getMessage());
            spec.commandLine().getErr().flush();
        }
    }

    @Command(name = "explain", mixinStandardHelpOptions = true, description = "Says what a setting means, what it is, and how it is set.")
    int explain(
            @CommandLine.Parameters(paramLabel = "KEY", description = "Such as db.url or MSWADA_DB_URL.") String name) {
        Key key = Key.named(name).orElseThrow(() -> new CommandLine.ParameterException(spec.commandLine(),
                "'" + name + "' is not a setting" + Key.nearest(name).map(near -> "; did you mean " + near + "?")
                        .orElse(". 'mswada config' lists them all.")));
        Shown shown = Shown.of(Settings.read(options.sources()).get(key));
        PrintWriter out = spec.commandLine().getOut();
        out.println(key.dotted() + ": " + key.meaning());
        out.println(
                "  is       " + (shown.value().isEmpty() ? "not set" : shown.value()) + " (" + shown.origin() + ")");
        out.println("  default  " + key.defaults());
        out.println("  set by   --set " + key.dotted() + "=..., or " + key.variable() + ", or " + key.dotted()
                + "=... in the file that --config names");
        out.flush();
        return ExitCode.OK;
    }

    /** A setting as anybody may see it. */
    private record Shown(String key, String value, String origin) {
        static Shown of(Setting setting) {
            return new Shown(setting.key().dotted(), setting.shown(), setting.origin().words());
        }
    }
}
