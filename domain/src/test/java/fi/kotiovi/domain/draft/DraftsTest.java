package fi.kotiovi.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.attachment.Upload;
import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.vocabulary.DraftKind;
import fi.kotiovi.vocabulary.StaffRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DraftsTest {
    private static final Map<String, String> FIELDS =
            Map.of("description", "Hana \"tippuu\" \\ 😀\n مرحبا", "phone", "");

    @RegisterExtension
    static final Town town = Town.found();

    private final Drafts drafts = town.portal(Drafts.class);
    private final UUID office = town.work().office(1);
    private final Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private final Caller.Resident eino = town.homes().residentOf(office, "Eino");

    @BeforeEach
    void morning() {
        town.clock.setHelsinki(Town.START);
    }

    @Test
    void what_was_typed_is_there_again_and_the_last_one_wins() {
        town.as(aino, () -> drafts.save(DraftKind.FAULT, Map.of("description", "Han")));
        town.as(aino, () -> drafts.save(DraftKind.FAULT, FIELDS));
        assertThat(town.as(aino, () -> drafts.load(DraftKind.FAULT))).isEqualTo(FIELDS);
        assertThat(town.as(aino, () -> drafts.load(DraftKind.CONTACT))).isEmpty();
        assertThat(town.as(eino, () -> drafts.load(DraftKind.FAULT))).isEmpty();
        town.as(eino, () -> drafts.discard(DraftKind.FAULT));
        assertThat(town.as(aino, () -> drafts.load(DraftKind.FAULT))).isEqualTo(FIELDS);
        town.as(aino, () -> drafts.discard(DraftKind.FAULT));
        assertThat(town.as(aino, () -> drafts.load(DraftKind.FAULT))).isEmpty();
    }

    @Test
    void each_contact_has_a_draft_of_its_own() {
        var one = UUID.randomUUID();
        var two = UUID.randomUUID();
        town.as(aino, () -> drafts.save(DraftKind.CONTACT_REPLY, one, Map.of("body", "1")));
        town.as(aino, () -> drafts.save(DraftKind.CONTACT_REPLY, two, Map.of("body", "2")));
        town.as(aino, () -> drafts.discard(DraftKind.CONTACT_REPLY, one));
        assertThat(town.as(aino, () -> drafts.load(DraftKind.CONTACT_REPLY, one)))
                .isEmpty();
        assertThat(town.as(aino, () -> drafts.load(DraftKind.CONTACT_REPLY, two)))
                .containsEntry("body", "2");
    }

    @Test
    void a_clerks_draft_is_the_clerks_own() {
        var office = town.backOffice(Drafts.class);
        var liisa = town.work().clerk("Liisa", this.office, StaffRole.AGENT);
        var matti = town.work().clerk("Matti", this.office, StaffRole.AGENT);
        var contact = UUID.randomUUID();
        town.as(liisa, () -> office.saveAnswer(contact, "Hei", List.of()));
        town.as(liisa, () -> office.saveAnswer(contact, "Hei Aino", List.of()));
        assertThat(town.as(liisa, () -> office.loadAnswer(contact))).contains(new Drafts.Answer("Hei Aino", List.of()));
        assertThat(town.as(matti, () -> office.loadAnswer(contact))).isEmpty();
        town.as(liisa, () -> office.discardAnswer(contact));
        assertThat(town.as(liisa, () -> office.loadAnswer(contact))).isEmpty();
    }

    @Test
    void thirty_days_are_enough_for_a_draft_and_for_a_photo_nobody_sent() {
        var files = town.portal(Attachments.class);
        var pdf = "%PDF-1.7 hei".getBytes(StandardCharsets.US_ASCII);
        town.as(eino, () -> drafts.save(DraftKind.FAULT, FIELDS));
        var photo = Expect.a(Upload.Kept.class, town.as(eino, () -> files.keepFile("a.pdf", pdf)))
                .attachment();
        var upkeep = town.backOffice(DraftUpkeep.class);
        town.clock.advance(Drafts.KEPT);
        assertThat(upkeep.discardStale()).isZero();
        town.clock.advance(Duration.ofSeconds(1));
        assertThat(upkeep.discardStale()).isGreaterThanOrEqualTo(2);
        assertThat(town.as(eino, () -> drafts.load(DraftKind.FAULT))).isEmpty();
        assertThat(town.as(eino, () -> files.unsent(List.of(photo.id())))).isEmpty();
    }

    @Test
    void strangers_have_no_drafts() {
        assertThatThrownBy(() -> drafts.load(DraftKind.FAULT)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> drafts.save(DraftKind.FAULT, FIELDS)).isInstanceOf(NotAllowedException.class);
    }
}
