package org.mswada.support.faultinjection;

/**
 * A fault, when it strikes, how often and whom. Immutable.
 *
 * @param fault what goes wrong
 * @param moment when
 * @param strikes how often at most
 * @param connections how many connections, counted from the injection on, can be struck; or {@link #ANY}, old and new
 */
public record FaultRule(Fault fault, Moment moment, int strikes, int connections) {
    /** No limit. */
    public static final int ANY = Integer.MAX_VALUE;

    /** Refuses a fault at a moment at which it cannot happen. */
    public FaultRule {
        boolean possible = switch (fault) {
            case Fault.Refuse _ -> moment.isAt(Stage.NOW);
            case Fault.NeverAnswer _ -> moment.isAt(Stage.CONNECT);
            default -> true;
        };
        if (!possible) {
            throw new IllegalArgumentException(fault + " cannot strike at " + moment
                    + "; refuse() strikes now(), and neverAnswer() when(Moment.CONNECT)");
        }
        if (strikes < 1 || connections < 1) {
            throw new IllegalArgumentException("a fault that strikes " + strikes + " times on " + connections
                    + " connections never strikes; both numbers are at least 1");
        }
        if (moment.isAt(Stage.NOW) && (connections != ANY || (strikes != 1 && strikes != ANY))) {
            throw new IllegalArgumentException("now() strikes all connections, once or, with always(), new ones too;"
                    + " use when(Moment.CONNECT) for some of the next connections");
        }
    }

    static FaultRule once(Fault fault, Moment moment) {
        return new FaultRule(fault, moment, 1, ANY);
    }

    /** Returns the same rule, striking the first {@code number} times the moment comes. */
    public FaultRule times(int number) {
        return new FaultRule(fault, moment, number, connections);
    }

    /** Returns the same rule, striking every time the moment comes until it is healed. */
    public FaultRule always() {
        return times(ANY);
    }

    /** Returns the same rule, for the next {@code number} connections that are opened after the injection only. */
    public FaultRule onNextConnections(int number) {
        return new FaultRule(fault, moment, strikes, number);
    }

    @Override
    public String toString() {
        return fault + " at " + moment;
    }
}
