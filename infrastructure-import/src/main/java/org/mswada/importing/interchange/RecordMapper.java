package org.mswada.importing.interchange;

import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mswada.application.importing.ImportedJurisdiction;
import org.mswada.application.importing.ImportedRecord;
import org.mswada.application.importing.ImportedSession;
import org.mswada.application.importing.ImportedSponsorProfile;
import org.mswada.domain.legislature.Jurisdiction;
import org.mswada.domain.legislature.JurisdictionCode;
import org.mswada.domain.legislature.JurisdictionId;
import org.mswada.domain.legislature.LegislativeSession;
import org.mswada.domain.legislature.SessionIdentifier;
import org.mswada.domain.sponsor.SponsorContent;

/** Says a line that has its shape in the terms of the domain, and checks what it refers to. */
final class RecordMapper {
    private final References references;
    private final BillMapper bills;

    RecordMapper(References references) {
        this.references = references;
        this.bills = new BillMapper(references);
    }

    /** Returns the record, or null when the line is wrong after all; then the problems say why. */
    @Nullable
    ImportedRecord map(Format type, Fields line, Problems problems) {
        return switch (type) {
            case JURISDICTION -> jurisdiction(line, problems);
            case SESSION -> session(line, problems);
            case SPONSOR -> sponsor(line, problems);
            case BILL -> bills.map(line, problems);
        };
    }

    private @Nullable ImportedRecord jurisdiction(Fields line, Problems problems) {
        Jurisdiction given = new Jurisdiction(new JurisdictionId(line.text("id")),
                new JurisdictionCode(line.text("code")), line.text("name"),
                line.choice("classification", Jurisdiction.Classification.class),
                ZoneId.of(line.text("time_zone")));
        references.jurisdiction(given.code()).filter(known -> !known.id().equals(given.id()))
                .ifPresent(known -> problems.add(Pointer.WHOLE.member("id"), "is '" + given.id().value()
                        + "', but the code '" + given.code().value() + "' is that of '" + known.id().value() + "'"));
        return problems.isEmpty() ? new ImportedJurisdiction(given) : null;
    }

    private @Nullable ImportedRecord session(Fields line, Problems problems) {
        Optional<Jurisdiction> jurisdiction = jurisdictionOf(line, problems);
        if (line.optionalDay("end_date") != null && line.text("end_date").compareTo(line.text("start_date")) < 0) {
            problems.add(Pointer.WHOLE.member("end_date"), "is before /start_date");
        }
        return problems.isEmpty()
                ? new ImportedSession(jurisdiction.orElseThrow().code(),
                        new LegislativeSession(new SessionIdentifier(line.text("identifier")), line.text("name"),
                                line.choice("classification", LegislativeSession.Classification.class),
                                line.day("start_date"), line.optionalDay("end_date")))
                : null;
    }

    private @Nullable ImportedRecord sponsor(Fields line, Problems problems) {
        Optional<Jurisdiction> jurisdiction = jurisdictionOf(line, problems);
        SponsorContent content = SponsorMapper.content(line, problems);
        return problems.isEmpty() ? new ImportedSponsorProfile(jurisdiction.orElseThrow(), content) : null;
    }

    private Optional<Jurisdiction> jurisdictionOf(Fields line, Problems problems) {
        JurisdictionCode code = new JurisdictionCode(line.text("jurisdiction"));
        Optional<Jurisdiction> jurisdiction = references.jurisdiction(code);
        if (jurisdiction.isEmpty()) {
            problems.add(Pointer.WHOLE.member("jurisdiction"), unknown("jurisdiction", code.value()));
        }
        return jurisdiction;
    }

    static String unknown(String type, String name) {
        return "names the " + type + " '" + name + "', which neither is stored nor stands in a line before: put its "
                + type + " line first";
    }
}
