package org.mswada.support.faultinjection;

import java.time.Duration;
import java.util.Optional;

/** What goes wrong with a connection. Say when with {@link #when} or {@link #now}. Immutable. */
public sealed interface Fault {
    /** Cuts the connection; the client sees a reset (RST), the server an end (FIN) after what it was sent before. */
    static Cut reset() {
        return new Cut(true, false);
    }

    /** Cuts the connection; the client and the server see an orderly end (FIN). */
    static Cut fin() {
        return new Cut(false, false);
    }

    /**
     * Freezes: bytes wait in the proxy and go on, in order, when the fault is healed. The proxy takes in 64 KiB per
     * direction, then the sender is stopped as by a full network.
     */
    static Hold hold(Direction direction) {
        return new Hold(direction, Optional.empty(), false);
    }

    /** Freezes: bytes are lost, and so is the end of a connection while this lasts. A stream with a hole never heals. */
    static Swallow swallow(Direction direction) {
        return new Swallow(direction, Optional.empty());
    }

    /** Has every byte arrive this much later; the rate stays the same. */
    static Delay delay(Direction direction, Duration delay) {
        return new Delay(direction, delay);
    }

    /** Lets this many bytes a second through. */
    static Throttle throttle(Direction direction, int bytesPerSecond) {
        return new Throttle(direction, bytesPerSecond);
    }

    /** Lets exactly this many more bytes through in one direction, then cuts: most often inside a message. */
    static CutAfter cutAfter(Direction direction, long bytes, Cut cut) {
        return new CutAfter(direction, bytes, cut);
    }

    /**
     * Refuses new connections, as a machine does on which nothing listens; connections made before stay. Only
     * {@link #now}. Attempts are not counted: to count them, use {@code reset().when(Moment.CONNECT).always()}.
     */
    static Refuse refuse() {
        return new Refuse();
    }

    /** Accepts a connection and never says a word, without asking the server. Only at {@link Moment#CONNECT}. */
    static NeverAnswer neverAnswer() {
        return new NeverAnswer();
    }

    /** Has the fault strike once, the next time this moment comes. */
    default FaultRule when(Moment moment) {
        return FaultRule.once(this, moment);
    }

    /** Has the fault strike every open connection at once; with {@link FaultRule#always} new ones too. */
    default FaultRule now() {
        return when(Moment.NOW);
    }

    /**
     * Ends the connection.
     *
     * @param reset whether the client sees a reset, not an orderly end
     * @param unnoticedByServer whether the server keeps its side, with all locks, until the fault is healed
     */
    record Cut(boolean reset, boolean unnoticedByServer) implements Fault {
        /** Returns the same cut of which the server learns nothing until the fault is healed. */
        public Cut keptFromServer() {
            return new Cut(reset, true);
        }
    }

    /** A fault that changes a direction from one point on. */
    sealed interface OnLine extends Fault {
        /** Returns which bytes are meant. */
        Direction direction();
    }

    /**
     * Keeps bytes back.
     *
     * @param direction which bytes are meant
     * @param limit after which the fault heals itself
     * @param untilClientIsGone whether it heals itself when the client closed its connection
     */
    record Hold(Direction direction, Optional<Duration> limit, boolean untilClientIsGone) implements OnLine {
        /** Returns the same fault, healing itself after this time. */
        public Hold lasting(Duration time) {
            return new Hold(direction, Optional.of(time), untilClientIsGone);
        }

        /** Returns the same fault; it lets go, in order, what it held as soon as the client has given up. */
        public Hold untilTheClientIsGone() {
            return new Hold(direction, limit, true);
        }
    }

    /**
     * Loses bytes.
     *
     * @param direction which bytes are meant
     * @param limit after which the fault heals itself
     */
    record Swallow(Direction direction, Optional<Duration> limit) implements OnLine {
        /** Returns the same fault, healing itself after this time. */
        public Swallow lasting(Duration time) {
            return new Swallow(direction, Optional.of(time));
        }
    }

    /**
     * Adds latency.
     *
     * @param direction which bytes are meant
     * @param delay how much later every byte arrives
     */
    record Delay(Direction direction, Duration delay) implements OnLine {}

    /**
     * Limits the rate.
     *
     * @param direction which bytes are meant
     * @param bytesPerSecond at least 1
     */
    record Throttle(Direction direction, int bytesPerSecond) implements OnLine {
        /** Refuses a rate at which nothing would ever arrive. */
        public Throttle {
            if (bytesPerSecond < 1) {
                throw new IllegalArgumentException(
                        bytesPerSecond + " bytes a second would be no rate; use hold() to let nothing through");
            }
        }
    }

    /**
     * Cuts after some bytes.
     *
     * @param direction which bytes count; not {@link Direction#BOTH}
     * @param bytes how many still pass, at least 1
     * @param cut how the connection then ends
     */
    record CutAfter(Direction direction, long bytes, Cut cut) implements OnLine {
        /** Refuses what could not be counted. */
        public CutAfter {
            if (direction == Direction.BOTH || bytes < 1) {
                throw new IllegalArgumentException("cannot cut after " + bytes + " bytes in direction " + direction
                        + "; count at least 1 byte in one direction, or use the cut itself to cut at once");
            }
        }
    }

    /** Refuses new connections. */
    record Refuse() implements Fault {}

    /** Accepts and stays silent. */
    record NeverAnswer() implements Fault {}
}
