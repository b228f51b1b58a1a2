package org.mswada.importing.interchange;

import java.util.List;

/** One valid line of each type, with every member. */
final class SampleLines {
    static final String JURISDICTION = """
            {"type":"jurisdiction","id":"ocd-jurisdiction/country:ke/government","code":"ke","name":"Kenya",
            "classification":"country","time_zone":"Africa/Nairobi"}""".replace("\n", "");
    static final String SESSION = """
            {"type":"session","jurisdiction":"ke","identifier":"13","name":"13th Parliament",
            "classification":"primary","start_date":"2022-09-08","end_date":"2027-08-09"}""".replace("\n", "");
    static final String SPONSOR = """
            {"type":"sponsor","jurisdiction":"ke","name":"Wanjiku Kamau","given_name":"Wanjiku",
            "family_name":"Kamau","other_names":["W. Kamau"],"party":"Mwanga","chamber":"lower","district":"Nyeri",
            "role_title":"Hon.","active":true,"email":"office@example.org","phone":"+254 20","url":"https://example.org/77",
            "identifiers":[{"scheme":"ke-parliament","identifier":"77"}],
            "memberships":[{"organization":"National Assembly","chamber":"lower","role":"member","party":"Mwanga",
            "district":"Nyeri","start_date":"2022-09-08","end_date":"2027-08-09"}]}"""
            .replace("\n", "");
    static final String BILL = """
            {"type":"bill","jurisdiction":"ke","session":"13","identifier":"NAB 12/2023","classification":"bill",
            "origin_chamber":"lower","title":"The Water Bill","short_title":"Water","summary":"Brings water.",
            "subjects":["Water","Counties"],"introduced_on":"2023-03-01","law_number":"Act 9 of 2023",
            "identifiers":[{"scheme":"akn","identifier":"/akn/ke/bill/2023/12"}],"areas":["Nyeri"],
            "source_url":"https://example.org/bills/12","extras":{"gazette":[12,{"page":1.5}]},
            "sponsorships":[{"sponsor":{"scheme":"ke-parliament","identifier":"77"},
            "name_as_printed":"Hon. W. Kamau","entity_type":"person","role":"primary","joined_on":"2023-03-01",
            "withdrawn_on":"2023-04-01"},{"name_as_printed":"Committee on Water","entity_type":"committee",
            "role":"cosponsor"}],
            "actions":[{"occurred_on":"2023-03-01","text":"First Reading","classes":["reading-1"],
            "asserted_status":"introduced"},{"occurred_on":"2023-03-20",
            "occurred_at":"2023-03-20T14:30:00.123456+03:00","text":"Committed.","classes":[],
            "asserted_status":"in_committee"}],
            "related_bills":[{"session":"12","identifier":"NAB 3/2021","kind":"prior_session","reason":"lapsed"}]}"""
            .replace("\n", "");
    static final List<String> ALL = List.of(InterchangeLines.HEADER, JURISDICTION, SESSION, SPONSOR, BILL);

    private SampleLines() {}
}
