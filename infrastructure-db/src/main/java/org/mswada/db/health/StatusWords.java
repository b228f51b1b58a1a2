package org.mswada.db.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says why a server is not what it is for, and what to do. */
final class StatusWords {
    private final List<ServerView> servers;
    private final WriterElection election;
    private final ClusterLimits limits;

    StatusWords(List<ServerView> servers, WriterElection election, ClusterLimits limits) {
        this.servers = servers;
        this.election = election;
        this.limits = limits;
    }

    List<String> reasons(int index, boolean silent) {
        ServerView server = servers.get(index);
        List<String> reasons = new ArrayList<>();
        if (!server.last.reachable()) {
            reasons.add(server.name + " does not answer: " + server.last.trouble()
                    + ". Look whether it runs and whether this server may connect.");
        } else if (server.last.facts() == null) {
            reasons.add(server.name + " refuses the probe: " + server.last.trouble()
                    + ". Look at its connection slots and at the role's rights.");
        }
        ServerFacts facts = server.facts;
        if (facts == null) {
            return reasons;
        }
        if (!election.isOfCluster(server)) {
            reasons.add(server.name + " belongs to another database cluster (" + facts.systemIdentifier() + ", not "
                    + election.systemIdentifier() + "), so nothing goes to it. Correct its URL.");
        } else if (facts.inRecovery()) {
            ofStandby(index, server, silent, reasons);
        } else if (index != election.writer()) {
            reasons.add(ofStrayPrimary(server, facts));
        }
        return reasons;
    }

    private String ofStrayPrimary(ServerView server, ServerFacts facts) {
        if (election.writer() != WriterElection.NONE
                && facts.epoch().equals(servers.get(election.writer()).epoch)) {
            return server.name + " is the same server as " + servers.get(election.writer()).name
                    + " under another name, so nothing goes to it by this one. Take it out of MSWADA_DB_READ_URLS.";
        }
        if (election.isDoubtful()) {
            return server.name + " accepts writes, but the servers that answer belong to different database clusters "
                    + "and the primary, which would say which is meant, was not seen yet, so nothing goes to it. Correct "
                    + "MSWADA_DB_URL and MSWADA_DB_READ_URLS.";
        }
        if (facts.timeline() < election.highestTimeline()) {
            return server.name + " accepts writes on timeline " + facts.timeline() + ", but the cluster has gone on to "
                    + "timeline " + election.highestTimeline()
                    + ", so nothing goes to it: writes there are lost. Stop it and rebuild it as a standby.";
        }
        if (server.rival && election.writer() != WriterElection.NONE) {
            return server.name + " accepts writes (timeline " + facts.timeline() + ") beside "
                    + servers.get(election.writer()).name + " (timeline " + election.highestTimeline()
                    + "), so nothing goes to it. If it was promoted by mistake, stop it and rebuild it as a standby; if "
                    + "it is the new primary, stop the old one.";
        }
        if (server.rival || election.highestTimeline() == 0) {
            return server.name + " accepts writes on timeline " + facts.timeline() + " and may have been promoted by "
                    + "mistake, so it takes over only when the primary stays away for " + words(limits.patience())
                    + ". If it is the new primary, name it in MSWADA_DB_URL and restart.";
        }
        return server.name + " accepts writes on timeline " + facts.timeline()
                + " beside another, so nothing goes to it. "
                + "Stop the one that is not the primary.";
    }

    private void ofStandby(int index, ServerView server, boolean silent, List<String> reasons) {
        if (index == 0) {
            reasons.add(server.name + " is configured as the primary but is a standby, so nothing is written to it. "
                    + (election.writer() == WriterElection.NONE
                            ? "Promote it, or name the primary in MSWADA_DB_URL."
                            : "Name " + servers.get(election.writer()).name + " in MSWADA_DB_URL instead."));
        }
        if (server.diverged) {
            reasons.add(server.name + " has replayed what the primary never wrote, so it follows another one and "
                    + "nothing is read from it. Rebuild it from the primary.");
        }
        Lag lag = server.fitness.lag();
        if (silent) {
            reasons.add(server.name + " has said nothing for more than " + words(limits.silence())
                    + ", so nothing is read from it.");
        } else if (lag == null || (!server.fitness.keepsUp() && !lag.isKnown())) {
            reasons.add(
                    server.name + " has not yet been seen to keep up with the primary, so nothing is read from it.");
        } else if (!server.fitness.keepsUp()) {
            reasons.add(server.name + " lags by " + lag.bytes() + " bytes and " + words(lag.time())
                    + ", so nothing is read from it until both are below half of " + limits.lagBytes()
                    + " bytes and " + words(limits.lag()) + ". Look at its load and its network.");
        }
        if (server.fitness.isSlow()) {
            reasons.add(server.name + " answers in " + words(server.last.latency())
                    + ", much slower than the primary, so nothing is read from it. Look at its load.");
        }
        if (election.writer() == WriterElection.NONE && server.fit) {
            reasons.add("The primary is away: " + server.name + " still takes reads, with what it had until then.");
        }
    }

    private static String words(Duration time) {
        return time.toSeconds() < 1 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }
}
