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

final class GetSponsorTest {
    private final ImportedSamples stored = new ImportedSamples();
    private final GetSponsor get = new GetSponsor(stored.storage(), stored.sponsors());

    @Test
    void a_sponsor_is_found_by_id() {
        stored.store(List.of(Samples.bill("HR 1", "Title")));
        Sponsor second = stored.storage().tables().sponsors().get(new ExternalIdentifier("test", "2"));
        assertThat(get.byId(second.id())).contains(second);
    }

    @Test
    void an_unknown_id_finds_nothing() {
        stored.store(List.of(Samples.bill("HR 1", "Title")));
        assertThat(get.byId(new SponsorId(new UUID(1, 1)))).isEmpty();
    }
}
