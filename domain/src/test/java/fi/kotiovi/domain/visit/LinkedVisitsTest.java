package fi.kotiovi.domain.visit;

import static fi.kotiovi.db.Tables.VISIT;
import static fi.kotiovi.domain.town.Town.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kotiovi.domain.identity.Caller;
import fi.kotiovi.domain.identity.NotAllowedException;
import fi.kotiovi.domain.town.Expect;
import fi.kotiovi.domain.town.Town;
import fi.kotiovi.domain.visit.LinkedVisits.Link;
import fi.kotiovi.domain.visit.LinkedVisits.LinkIsDeadException;
import fi.kotiovi.domain.visit.LinkedVisits.Opened;
import fi.kotiovi.vocabulary.NotificationKind;
import fi.kotiovi.vocabulary.VisitState;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkedVisitsTest {
    @RegisterExtension
    static final Town town = Town.found();

    private final LinkedVisits linked = town.portal(LinkedVisits.class);
    private final OfficeVisits visits = town.portal(OfficeVisits.class);
    private final VisitChanges changes = town.portal(VisitChanges.class);
    private final Booked booked = new Booked(town);
    private UUID office = town.work().office(2);
    private Caller.Resident aino = town.homes().residentOf(office, "Aino");
    private Caller.Resident eino = aino;

    @BeforeEach
    void aNewDay() {
        town.clock.setHelsinki(Town.START);
        office = town.work().office(2);
        aino = town.homes().residentOf(office, "Aino");
        eino = town.homes().residentOf(office, "Eino");
    }

    @Test
    void a_link_shows_its_visit_moves_it_and_cancels_it_without_anybody_signed_in() {
        var visit = booked.by(aino, "OTHER", at("2026-03-03T10:00"));
        var link = booked.link(visit);
        var open = Expect.a(Opened.Open.class, linked.open(link));
        assertThat(open.visit()).isEqualTo(visit);
        assertThat(open.givenName()).isEqualTo("Aino");
        assertThat(Booked.done(linked.move(link, at("2026-03-04T11:00"))).local())
                .hasToString("2026-03-04T11:00");
        assertThat(booked.mails(visit.id(), NotificationKind.VISIT_MOVED)).isEqualTo(1);
        assertThat(Booked.done(linked.cancel(link)).state()).isEqualTo(VisitState.CANCELLED_RESIDENT);
        assertThat(booked.mails(visit.id(), NotificationKind.VISIT_CANCELLED)).isEqualTo(1);
        assertThat(Expect.a(Opened.Open.class, linked.open(link)).visit().state())
                .isEqualTo(VisitState.CANCELLED_RESIDENT);
    }

    @Test
    void B21_a_link_opens_its_own_visit_and_no_other_whoever_is_signed_in() {
        var mine = booked.by(aino, "OTHER", at("2026-03-03T10:00"));
        var theirs = booked.by(eino, "OTHER", at("2026-03-03T11:00"));
        for (var pair : new Object[][] {{mine, aino}, {mine, eino}, {theirs, aino}, {theirs, eino}}) {
            var visit = (Visit) pair[0];
            var signedIn = (Caller.Resident) pair[1];
            var opened = town.as(signedIn, () -> linked.open(booked.link(visit)));
            assertThat(Expect.a(Opened.Open.class, opened).visit()).isEqualTo(visit);
        }
        linked.cancel(booked.link(mine));
        assertThat(town.as(eino, () -> visits.one(theirs.id())).orElseThrow().state())
                .isEqualTo(VisitState.BOOKED);
        assertThat(town.as(eino, () -> visits.one(mine.id()))).isEmpty();
        assertThatThrownBy(() -> town.as(eino, () -> changes.cancel(mine.id())))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void B21_the_ids_of_visits_and_people_are_no_links() {
        var visit = booked.by(aino, "OTHER", at("2026-03-03T10:00"));
        for (var guess : new UUID[] {visit.id(), aino.id(), office, UUID.randomUUID()}) {
            var link = new Link(guess, "of " + guess);
            Expect.a(Opened.Nothing.class, linked.open(link));
            assertThatThrownBy(() -> linked.cancel(link)).isInstanceOf(LinkIsDeadException.class);
            assertThatThrownBy(() -> linked.move(link, at("2026-03-04T10:00"))).isInstanceOf(LinkIsDeadException.class);
            assertThatThrownBy(() -> linked.horizon(link)).isInstanceOf(LinkIsDeadException.class);
        }
    }

    @Test
    void B21_whoever_tries_links_that_do_not_exist_is_braked_and_nobody_else_is() {
        var visit = booked.by(aino, "OTHER", at("2026-03-03T10:00"));
        var link = booked.link(visit);
        for (int i = 0; i < VisitLinks.MISSES; i++) {
            Expect.a(Opened.Nothing.class, linked.open(new Link(UUID.randomUUID(), "203.0.113.9")));
        }
        Expect.a(Opened.Braked.class, linked.open(new Link(link.token(), "203.0.113.9")));
        Expect.a(Opened.Open.class, linked.open(link));
        town.clock.advance(VisitLinks.WINDOW.plusSeconds(1));
        Expect.a(Opened.Open.class, linked.open(new Link(link.token(), "203.0.113.9")));
        town.clock.advance(Duration.ofDays(2));
        assertThat(town.backOffice(VisitUpkeep.class).forgetMisses()).isEqualTo(VisitLinks.MISSES);
    }

    @Test
    void B21_the_link_dies_with_the_visit() {
        var visit = booked.by(aino, "OTHER", at("2026-03-03T10:00"));
        var link = booked.link(visit);
        town.clock.setHelsinki("2026-03-03T10:14");
        Expect.a(Booking.TooLate.class, linked.cancel(link));
        town.clock.setHelsinki("2026-03-03T10:15");
        Expect.a(Opened.Nothing.class, linked.open(link));
        town.clock.setHelsinki("2026-03-03T10:05");
        town.db()
                .update(VISIT)
                .set(VISIT.STATE, VisitState.SERVED)
                .where(VISIT.ID.eq(visit.id()))
                .execute();
        Expect.a(Opened.Nothing.class, linked.open(link));
    }

    @Test
    void B19_the_rules_of_moving_are_the_same_through_a_link() {
        var visit = booked.by(aino, "OTHER", at("2026-03-03T10:00"));
        var link = booked.link(visit);
        Expect.a(Booking.NotOffered.class, linked.move(link, at("2026-03-03T20:00")));
        Expect.a(Booking.NotOffered.class, linked.move(link, at("2026-06-03T10:00")));
        town.clock.setHelsinki("2026-03-03T10:00");
        Expect.a(Booking.TooLate.class, linked.move(link, at("2026-03-04T10:00")));
        assertThat(booked.mails(visit.id(), NotificationKind.VISIT_MOVED)).isZero();
    }

    @Test
    void every_visit_has_a_link_of_its_own() {
        var first = booked.link(booked.by(aino, "OTHER", at("2026-03-03T10:00")));
        var second = booked.link(booked.by(aino, "LOST_KEY", at("2026-03-03T11:00")));
        assertThat(first.token()).isNotEqualTo(second.token());
        assertThat(first.token().version()).as("random, not counted").isEqualTo(4);
    }
}
