package org.mswada.support.faultinjection;

import java.util.List;

/** The connection of two links: decides what strikes, and does it. */
interface LinkOwner {
    List<Strike> strikesAt(List<Event> events);

    void apply(Strike strike);

    void passes(Direction direction, int bytes, List<Event> delivered);

    /** The other direction. */
    Link opposite(Direction direction);
}
