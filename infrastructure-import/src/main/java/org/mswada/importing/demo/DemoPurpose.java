package org.mswada.importing.demo;

/** What a bill would do about its topic. The blanks are for the matter. */
enum DemoPurpose {
    AMEND("An Act to amend the law on %s", "(Amendment)",
            "would bring the law on %s up to date and remove rules no longer used"),
    FUND("An Act to establish a national fund for %s", "(Fund)",
            "would set up a fund for %s, with a yearly report on what it paid for"),
    PROVIDE("An Act to provide for %s in every district", "(Provision)",
            "would oblige each district to have a plan for %s and pay half of its cost"),
    REGULATE("An Act to regulate %s and for connected purposes", "(Regulation)",
            "would set minimum standards for %s and name an office that enforces them"),
    REPORT("An Act to require public reports on %s", "(Reporting)",
            "would have the responsible minister publish figures on %s twice a year");

    private final String title;
    private final String suffix;
    private final String effect;

    DemoPurpose(String title, String suffix, String effect) {
        this.title = title;
        this.suffix = suffix;
        this.effect = effect;
    }

    String title(DemoTopic topic) {
        return String.format(title, topic.matter());
    }

    String shortTitle(DemoTopic topic, String session) {
        return topic.heading() + " " + suffix + " Act " + session;
    }

    String summary(DemoTopic topic) {
        return "This bill " + String.format(effect, topic.matter()) + ".";
    }
}
