package org.mswada.importing.demo;

import org.mswada.application.importing.ImportedSponsor;
import org.mswada.domain.legislature.Chamber;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** The two houses. A member is known by the office alone. */
enum DemoHouse {
    ASSEMBLY(Chamber.LOWER, "Assembly", "A", "Member", "District", 60), SENATE(Chamber.UPPER, "Senate", "S", "Senator",
            "Province", 20);

    private final Chamber chamber;
    private final String label;
    private final String letter;
    private final String title;
    private final String area;
    private final int members;

    DemoHouse(Chamber chamber, String label, String letter, String title, String area, int members) {
        this.chamber = chamber;
        this.label = label;
        this.letter = letter;
        this.title = title;
        this.area = area;
        this.members = members;
    }

    DemoHouse other() {
        return this == ASSEMBLY ? SENATE : ASSEMBLY;
    }

    Chamber chamber() {
        return chamber;
    }

    String label() {
        return label;
    }

    /** Returns a bill number such as {@code AB 12}, or {@code AR 12} for a resolution. */
    String number(boolean resolution, int number) {
        return letter + (resolution ? "R " : "B ") + number;
    }

    int members() {
        return members;
    }

    /** Returns the member for this district or province, which counts from 1. */
    ImportedSponsor member(int number) {
        String district = area + " " + number;
        return new ImportedSponsor(new ExternalIdentifier("demo", letter + number), title + " for " + district, chamber,
                district, title);
    }
}
