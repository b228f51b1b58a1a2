package org.mswada.importing.uscongress;

import java.util.HashMap;
import java.util.Map;
import org.mswada.domain.sponsor.ExternalIdentifier;

/** Whom the files have told of so far, by their identifiers. */
final class MembersRead {
    private final Map<ExternalIdentifier, String> bioguides = new HashMap<>();

    /**
     * Notes a member and returns true, or false for one who was read before. One with an identifier of another is refused:
     * stored, the two would become one.
     */
    boolean add(Legislator member) {
        ExternalIdentifier own = member.identifiers().getFirst();
        if (bioguides.containsKey(own)) {
            return false;
        }
        for (ExternalIdentifier identifier : member.identifiers()) {
            String other = bioguides.get(identifier);
            if (other != null) {
                throw new BrokenRecordException("the member has the identifier " + identifier.scheme() + " "
                        + identifier.identifier() + ", which is that of member " + other + " before");
            }
        }
        member.identifiers().forEach(identifier -> bioguides.put(identifier, own.identifier()));
        return true;
    }
}
