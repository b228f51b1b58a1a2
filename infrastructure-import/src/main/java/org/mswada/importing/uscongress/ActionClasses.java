package org.mswada.importing.uscongress;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Classifies an action in the Open States vocabulary, only where the file leaves no doubt. A failed motion to suspend the
 * rules or to end debate is not the failure of the bill, and a chamber that agrees to the other's changes passes nothing
 * anew: such actions have no class.
 */
final class ActionClasses {
    private ActionClasses() {}

    static List<String> of(BillRecord.Action action) {
        return switch (SourceText.required(action.type(), "type")) {
            case "referral" -> List.of("referral-committee");
            case "reported" -> List.of("committee-passage");
            case "vote" -> ofVote(action);
            case "topresident" ->
                text(action).startsWith("Presented to President") ? List.of("executive-receipt") : List.of();
            case "signed" -> List.of("executive-signature");
            case "vetoed" -> List.of("executive-veto");
            case "enacted" -> List.of("became-law");
            default -> List.of();
        };
    }

    private static List<String> ofVote(BillRecord.Action action) {
        boolean passed = "pass".equals(action.result());
        return switch (text(action.voteType())) {
            case "vote", "vote2" -> ofVoteOnPassage(passed, text(action.status()));
            case "override" -> List.of(passed ? "veto-override-passage" : "veto-override-failure");
            default -> List.of();
        };
    }

    private static List<String> ofVoteOnPassage(boolean passed, String status) {
        if (passed) {
            return List.of("passage");
        }
        return status.startsWith("FAIL:") ? List.of("failure") : List.of();
    }

    private static String text(BillRecord.Action action) {
        return text(action.text());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
