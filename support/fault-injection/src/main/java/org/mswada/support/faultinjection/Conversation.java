package org.mswada.support.faultinjection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the two sides of one connection say to each other (manual, section 54.2): turns messages into events. Safe for
 * the two threads that read the two sides.
 */
final class Conversation {
    /** What a reply is still to come for: a statement, or the end of a request, which ReadyForQuery answers. */
    private record Awaited(String sql, int unit, boolean endOfRequest) {}

    private final Tally tally;
    private final PreparedNames names = new PreparedNames();
    private final Deque<Awaited> awaited = new ArrayDeque<>();
    private List<Event> undelivered = new ArrayList<>();
    private int unit;
    private boolean inUnit;

    Conversation(Tally tally) {
        this.tally = tally;
    }

    synchronized Passage startup(byte[] packet) {
        awaited.add(new Awaited("", unit, true));
        return new Passage(packet, List.of(Event.login(Stage.STARTUP)), List.of());
    }

    synchronized Passage fromClient(Message message) {
        List<Event> before = List.of();
        switch (message.type()) {
            case 'P' -> names.parse(message.string(0), message.string(1));
            case 'B' -> names.bind(message.string(0), message.string(1));
            case 'C' -> names.close(message.firstByte(), message.stringAfterFirstByte());
            case 'E' -> before = executed(List.of(names.executed(message.string(0))));
            case 'Q' -> before = executed(SqlText.statements(message.string(0)));
            default -> {}
        }
        return switch (message.type()) {
            case 'Q', 'S', 'F' -> {
                endOfRequest();
                yield new Passage(message.bytes(), before, delivered());
            }
            case 'H' -> new Passage(message.bytes(), before, delivered());
            default -> new Passage(message.bytes(), before, List.of());
        };
    }

    private List<Event> executed(List<String> statements) {
        if (!inUnit) {
            inUnit = true;
            unit++;
        }
        List<Event> events = new ArrayList<>();
        for (String sql : statements) {
            tally.statement(sql);
            awaited.add(new Awaited(sql, unit, false));
            events.add(new Event(Stage.SENT, sql, unit));
            undelivered.add(new Event(Stage.DELIVERED, sql, unit));
        }
        return events;
    }

    private void endOfRequest() {
        tally.request();
        if (awaited.stream().noneMatch(Awaited::endOfRequest)) {
            tally.roundTrip();
        }
        awaited.add(new Awaited("", unit, true));
    }

    private List<Event> delivered() {
        List<Event> events = undelivered;
        undelivered = new ArrayList<>();
        return events;
    }

    synchronized Passage fromServer(Message message) {
        List<Event> answers = switch (message.type()) {
            case 'C' -> answered(1, message.string(0).equals("ROLLBACK"));
            case 's', 'I' -> answered(1, false);
            case 'E' -> answered(Integer.MAX_VALUE, true);
            case 'Z' -> {
                ready(message.firstByte());
                yield List.of();
            }
            default -> List.of();
        };
        return new Passage(message.bytes(), answers, List.of());
    }

    private List<Event> answered(int limit, boolean refused) {
        List<Event> events = new ArrayList<>();
        for (Awaited head = awaited.peek(); head != null && !head.endOfRequest()
                && events.size() < limit; head = awaited.peek()) {
            awaited.remove();
            tally.answer(head.sql(), refused);
            events.add(new Event(Stage.ANSWERED, head.sql(), head.unit()));
        }
        return events;
    }

    private void ready(char state) {
        Awaited head = awaited.poll();
        while (head != null && !head.endOfRequest()) {
            head = awaited.poll();
        }
        if (state == 'I' && awaited.isEmpty()) {
            inUnit = false;
        }
    }
}
