package org.mswada.importing.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import org.mswada.domain.bill.BillAction;
import org.mswada.domain.legislature.LegislativeSession;

/** Puts the steps of a bill on weekdays of the session. Only votes on passage have a time of day. */
final class DemoTimeline {
    private static final int MOST_DAYS_BETWEEN_STEPS = 16;
    private static final LocalTime TIME_OF_VOTES = LocalTime.of(15, 30);

    private final LegislativeSession session;
    private final Random random;

    DemoTimeline(LegislativeSession session, Random random) {
        this.session = session;
        this.random = random;
    }

    /** Bills are introduced in the order of their number. */
    List<BillAction> actions(int number, DemoCourse course, DemoHouse house, DemoTopic topic) {
        List<BillAction> actions = new ArrayList<>();
        LocalDate day = session.startDate().plusDays(number);
        for (DemoStep step : course.steps()) {
            day = step == DemoStep.LAPSED && session.endDate() != null ? session.endDate() : weekday(day);
            actions.add(new BillAction(actions.size(), day, moment(step, day),
                    step.text(house.label(), house.other().label(), topic.area()) + ".", step.classes(),
                    step.status()));
            day = day.plusDays(1 + random.nextInt(MOST_DAYS_BETWEEN_STEPS));
        }
        return actions;
    }

    private static @Nullable Instant moment(DemoStep step, LocalDate day) {
        return step.classes().contains("passage")
                ? day.atTime(TIME_OF_VOTES).atZone(DemoSession.JURISDICTION.timeZone()).toInstant()
                : null;
    }

    private static LocalDate weekday(LocalDate day) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return weekend ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }
}
