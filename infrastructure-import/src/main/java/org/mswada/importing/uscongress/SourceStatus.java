package org.mswada.importing.uscongress;

import org.mswada.domain.bill.BillStatus;

/** Says a status of the project's vocabulary, such as {@code PASS_OVER:HOUSE}, in the domain's terms. */
final class SourceStatus {
    private SourceStatus() {}

    static BillStatus of(String text) {
        return switch (text) {
            case "INTRODUCED" -> BillStatus.INTRODUCED;
            case "REFERRED" -> BillStatus.IN_COMMITTEE;
            case "REPORTED" -> BillStatus.REPORTED;
            case "PASSED:BILL" -> BillStatus.PASSED_LEGISLATURE;
            case "PROV_KILL:VETO" -> BillStatus.VETOED;
            default -> ofFamily(text);
        };
    }

    private static BillStatus ofFamily(String text) {
        int colon = text.indexOf(':');
        return switch (colon < 0 ? "" : text.substring(0, colon)) {
            case "PASS_OVER" -> BillStatus.PASSED_CHAMBER;
            case "PASS_BACK", "CONFERENCE" -> BillStatus.RECONCILING;
            case "PASSED" -> BillStatus.ADOPTED;
            case "PROV_KILL" -> BillStatus.STALLED;
            case "FAIL" -> BillStatus.FAILED;
            case "VETOED" -> BillStatus.VETOED;
            case "ENACTED" -> BillStatus.ENACTED;
            default -> throw new BrokenRecordException("status", "is '" + text + "', which is not a known status");
        };
    }
}
