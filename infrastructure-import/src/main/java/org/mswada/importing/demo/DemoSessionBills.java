package org.mswada.importing.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mswada.application.importing.ImportedBill;
import org.mswada.application.importing.ImportedSponsor;
import org.mswada.application.importing.ImportedSponsorship;
import org.mswada.domain.bill.BillAction;
import org.mswada.domain.bill.BillClassification;
import org.mswada.domain.bill.BillContext;
import org.mswada.domain.bill.BillIdentifier;
import org.mswada.domain.bill.SponsorEntityType;
import org.mswada.domain.bill.SponsorshipRole;
import org.mswada.domain.legislature.LegislativeSession;

/** Makes the bills of one session. Chance is {@link Random}, whose numbers Java specifies for each seed. */
final class DemoSessionBills {
    private static final int MOST_SPONSORS = 12;
    private static final int ONE_IN_SENATE_OF = 3;
    private static final int ONE_WITHDRAWN_OF = 25;
    private static final int DAYS_TO_JOIN = 30;

    private final DemoSession session;
    private final Random random;
    private final DemoTimeline timeline;
    private int laws;

    DemoSessionBills(DemoSession session) {
        this.session = session;
        this.random = new Random(session.seed());
        this.timeline = new DemoTimeline(session.session(), random);
    }

    List<ImportedBill> all() {
        List<DemoCourse> courses = new ArrayList<>(Stream.of(DemoCourse.values())
                .flatMap(course -> Collections.nCopies(session.bills(course), course).stream()).toList());
        Collections.shuffle(courses, random);
        List<Matter> matters = new ArrayList<>(DemoTopic.ALL.stream()
                .flatMap(topic -> Stream.of(DemoPurpose.values()).map(purpose -> new Matter(topic, purpose))).toList());
        Collections.shuffle(matters, random);
        return IntStream.range(0, courses.size())
                .mapToObj(place -> bill(place + 1, courses.get(place), matters.get(place)))
                .toList();
    }

    private ImportedBill bill(int number, DemoCourse course, Matter matter) {
        DemoHouse house = random.nextInt(ONE_IN_SENATE_OF) == 0 ? DemoHouse.SENATE : DemoHouse.ASSEMBLY;
        LegislativeSession legislativeSession = session.session();
        List<BillAction> actions = timeline.actions(number, course, house, matter.topic());
        boolean resolution = course.isOfResolution();
        return new ImportedBill(DemoSession.JURISDICTION, legislativeSession,
                BillIdentifier.of(house.number(resolution, number)),
                resolution ? BillClassification.RESOLUTION : BillClassification.BILL, house.chamber(),
                resolution
                        ? "A resolution on the importance of " + matter.topic().matter()
                        : matter.purpose().title(matter.topic()),
                resolution
                        ? null
                        : matter.purpose().shortTitle(matter.topic(), legislativeSession.identifier().value()),
                resolution ? null : matter.purpose().summary(matter.topic()),
                List.of(matter.topic().area(), matter.topic().heading()), actions.getFirst().occurredOn(),
                lawNumber(course), BillContext.NONE, sponsorships(house, actions.getFirst()), actions, List.of());
    }

    private @Nullable String lawNumber(DemoCourse course) {
        if (!course.endsInLaw()) {
            return null;
        }
        laws++;
        return "Act " + laws + " of " + session.session().identifier().value();
    }

    private List<ImportedSponsorship> sponsorships(DemoHouse house, BillAction introduction) {
        List<Integer> members = new ArrayList<>(IntStream.rangeClosed(1, house.members()).boxed().toList());
        Collections.shuffle(members, random);
        return IntStream.rangeClosed(0, random.nextInt(MOST_SPONSORS))
                .mapToObj(place -> sponsorship(house.member(members.get(place)), place == 0, introduction)).toList();
    }

    private ImportedSponsorship sponsorship(ImportedSponsor member, boolean primary, BillAction introduction) {
        if (primary) {
            return new ImportedSponsorship(member, member.name(), SponsorEntityType.PERSON, SponsorshipRole.PRIMARY,
                    introduction.occurredOn(), null);
        }
        int joined = random.nextInt(DAYS_TO_JOIN);
        boolean withdrawn = random.nextInt(ONE_WITHDRAWN_OF) == 0;
        return new ImportedSponsorship(member, member.name(), SponsorEntityType.PERSON, SponsorshipRole.COSPONSOR,
                introduction.occurredOn().plusDays(joined),
                withdrawn ? introduction.occurredOn().plusDays(joined + DAYS_TO_JOIN) : null);
    }

    /** A topic and what is to be done about it. */
    private record Matter(DemoTopic topic, DemoPurpose purpose) {}
}
