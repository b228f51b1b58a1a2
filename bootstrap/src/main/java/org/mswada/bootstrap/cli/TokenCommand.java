package org.mswada.bootstrap.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mswada.bootstrap.config.Environment;
import org.mswada.bootstrap.config.ServerConfig;
import org.mswada.bootstrap.server.TokenTrust;
import org.mswada.domain.user.Role;
import org.mswada.http.auth.DevelopmentIssuer;
import org.mswada.http.routing.EnumNames;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Makes an access token for development. */
@Command(name = "token", mixinStandardHelpOptions = true, description = "Makes an access token by which 'serve' in development takes you for somebody in a role. Prints the token alone.", exitCodeListHeading = "Exit codes:%n", exitCodeList = {
        "0:the token is printed", "1:its key can neither be read nor made",
        "2:this is not development, or an option is wrong"})
final class TokenCommand implements Callable<Integer> {
    private static final Pattern LIFETIME = Pattern.compile("([0-9]{1,4})([smh])");
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LONGEST_SUBJECT = 255;

    private final ConfigOptions options;

    @CommandLine.Option(names = "--role", required = true, paramLabel = "ROLE", description = "citizen, verified_citizen, expert, journalist, clerk, moderator or admin.")
    private String role = "";

    @CommandLine.Option(names = "--subject", paramLabel = "NAME", description = "Who it is for; unset: 'dev-' and the role, so that each role is a person of its own.")
    private String subject = "";

    @CommandLine.Option(names = "--lifetime", paramLabel = "TIME", defaultValue = "1h", description = "How long it holds: such as 90s, 15m or 8h, at most 24h; ${DEFAULT-VALUE} if unset.")
    private String lifetime = "";

    @CommandLine.Option(names = "--json", description = "Prints JSON: the token, for whom it is, and until when.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    TokenCommand(ConfigOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        String somebody = subject.isEmpty() ? "dev-" + role : subject;
        if (somebody.isBlank() || somebody.length() > LONGEST_SUBJECT) {
            throw wrong("--subject needs 1 to " + LONGEST_SUBJECT + " characters");
        }
        checkRole();
        Duration holds = lifetime();
        ServerConfig config = options.read();
        if (config.environment() != Environment.DEVELOPMENT) {
            spec.commandLine().getErr().println("Tokens are made in development only, and this is "
                    + config.environment().label() + ": there, sign in with the provider that auth.issuer names.");
            return ExitCode.USAGE_OR_CONFIGURATION;
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        String token = TokenTrust.developmentIssuer(config).mint(somebody, role, now, holds);
        print(new Minted(token, DevelopmentIssuer.NAME, somebody, role, now.plus(holds)));
        return ExitCode.OK;
    }

    private void print(Minted minted) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.of(minted) : minted.token());
        out.flush();
        PrintWriter talk = spec.commandLine().getErr();
        talk.println(minted.subject() + " is " + minted.role() + " until " + minted.expiresAt()
                + ". Send it as: Authorization: Bearer TOKEN");
        talk.flush();
    }

    private void checkRole() {
        try {
            Role _ = new EnumNames<>(Role.class).apply(role);
        } catch (IllegalArgumentException unknown) {
            throw wrong("--role: " + unknown.getMessage());
        }
    }

    private Duration lifetime() {
        Matcher matcher = LIFETIME.matcher(lifetime);
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            Duration given = switch (matcher.group(2)) {
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
            if (given.isPositive() && given.compareTo(LONGEST) <= 0) {
                return given;
            }
        }
        throw wrong("--lifetime is '" + lifetime + "': use a time such as 90s, 15m or 8h, at most 24h");
    }

    private CommandLine.ParameterException wrong(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }

    /** A token and what it says. */
    private record Minted(String token, String issuer, String subject, String role, Instant expiresAt) {}
}
