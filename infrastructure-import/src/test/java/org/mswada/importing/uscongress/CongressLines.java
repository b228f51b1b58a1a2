package org.mswada.importing.uscongress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Made-up records in the form of the real ones. */
final class CongressLines {
    private CongressLines() {}

    static String bill(int number) {
        return """
                {"actions":[{"acted_at":"2013-04-11","references":[],"status":"REFERRED",
                "text":"Referred to the House Committee on Ways and Means.","type":"referral"},
                {"acted_at":"2013-04-12T10:30:00-04:00","text":"Reported.","type":"reported","status":"REPORTED"}],
                "bill_id":"hr%1$d-113","bill_type":"hr","by_request":false,"congress":"113",
                "cosponsors":[{"district":"14","name":"Doe, Jane","sponsored_at":"2013-04-12","state":"NY",
                "thomas_id":"00001","title":"Rep","withdrawn_at":"2013-05-01"}],
                "enacted_as":null,"introduced_at":"2013-04-11","number":"%1$d",
                "official_title":"To try the import.","short_title":"Trial Act",
                "sponsor":{"district":null,"name":"Roe, Richard","state":"VT","thomas_id":"00002","title":"Rep",
                "type":"person"},"status":"REPORTED","status_at":"2013-04-12T10:30:00-04:00",
                "subjects":["Taxation","Trade"],"subjects_top_term":"Trade",
                "summary":{"as":"Introduced","date":"2013-04-11","text":"Tries it."}}""".formatted(number)
                .replace("\n", "");
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(utf8(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
