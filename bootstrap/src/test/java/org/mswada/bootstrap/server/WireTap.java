package org.mswada.bootstrap.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mswada.support.faultinjection.Direction;
import org.mswada.support.faultinjection.Fault;
import org.mswada.support.faultinjection.FaultProxy;
import org.mswada.support.faultinjection.Moment;

/** Hears each statement that goes through a proxy, and changes nothing. */
final class WireTap {
    /**
     * What the server asks on its own account: its probe's question, what a new connection is set up with, and what rids one of
     * the traces of a unit, whose caller has the answer by then.
     */
    private static final Pattern OWN = Pattern.compile("pg_is_in_recovery|^set (?!transaction)|^reset all$|^unlisten|"
            + "^close all$|^discard temp$|^select pg_advisory_unlock_all", Pattern.CASE_INSENSITIVE);

    private final List<String> heard = new ArrayList<>();

    private WireTap() {}

    static WireTap of(FaultProxy proxy) {
        WireTap tap = new WireTap();
        proxy.inject(Fault.hold(Direction.BOTH).when(Moment.statementSent(tap::hear)).always());
        return tap;
    }

    /** Never a reason to strike. */
    private synchronized boolean hear(String statement) {
        if (!statement.isBlank() && !OWN.matcher(statement).find()) {
            heard.add(statement);
        }
        return false;
    }

    /** Returns what was sent while {@code work} was done, which waits for its answers. */
    List<String> during(Runnable work) {
        int before = count();
        work.run();
        return since(before);
    }

    private synchronized int count() {
        return heard.size();
    }

    private synchronized List<String> since(int before) {
        return List.copyOf(heard.subList(before, heard.size()));
    }
}
