package org.mswada.bootstrap.doctor;

/**
 * What was found out about one thing; holds no secret.
 *
 * @param subject about what
 * @param verdict how it is
 * @param found what is there
 * @param remedy what to do; empty when nothing is to be done
 */
public record Diagnosis(String subject, Verdict verdict, String found, String remedy) {
    /** How a thing is. */
    public enum Verdict {
        OK, WARNING, FAILED
    }

    static Diagnosis ok(String subject, String found) {
        return new Diagnosis(subject, Verdict.OK, found, "");
    }

    static Diagnosis warning(String subject, String found, String remedy) {
        return new Diagnosis(subject, Verdict.WARNING, found, remedy);
    }

    static Diagnosis failed(String subject, String found, String remedy) {
        return new Diagnosis(subject, Verdict.FAILED, found, remedy);
    }
}
