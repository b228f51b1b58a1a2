package org.mswada.db.health;

/** Hears each answer of a probe, on its thread. */
@FunctionalInterface
public interface ProbeListener {
    /** The node answered or did not. */
    void probed(ProbeResult result);
}
