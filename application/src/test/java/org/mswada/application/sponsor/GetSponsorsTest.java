package org.mswada.application.sponsor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mswada.application.memory.ImportedSamples;
import org.mswada.application.memory.Samples;
import org.mswada.domain.sponsor.ExternalIdentifier;
import org.mswada.domain.sponsor.Sponsor;
import org.mswada.domain.sponsor.SponsorId;

final class GetSponsorsTest {
    @Test
    void sponsors_are_found_in_the_order_of_the_ids_and_who_is_not_there_is_left_out() {
        ImportedSamples stored = new ImportedSamples();
        stored.store(List.of(Samples.bill("HR 1", "Title")));
        Sponsor first = stored.storage().tables().sponsors().get(new ExternalIdentifier("test", "1"));
        Sponsor second = stored.storage().tables().sponsors().get(new ExternalIdentifier("test", "2"));
        SponsorId unknown = new SponsorId(new UUID(1, 1));

        assertThat(new GetSponsors(stored.storage(), stored.sponsors())
                .byIds(List.of(second.id(), unknown, first.id()))).containsExactly(second, first);
    }
}
