package fi.kotiovi.backoffice.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import fi.kotiovi.backoffice.shell.OfficeTest;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.vocabulary.CancelReason;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Tuesday two weeks ahead on which nothing is booked but what the test books. */
class BoardViewTest extends OfficeTest {
    private final LocalDate day = LocalDate.now(Helsinki.ZONE).plusWeeks(2).with(DayOfWeek.TUESDAY);
    private UUID office = new UUID(0, 0);
    private UUID visit = office;

    @BeforeEach
    void oneVisit() {
        office = Objects.requireNonNull(staff("laine").officeId());
        owner().update(
                        "delete from freed_time where office_id = ? and not exists (select from visit_offer o where o.freed_time_id = freed_time.id)",
                        office);
        owner().update("delete from closure");
        owner().update("delete from counter_capacity");
        owner().update("delete from opening_exception");
        owner().update("delete from opening_hours where office_id = ? and service = 'APPOINTMENT'", office);
        owner().update(
                        "insert into opening_hours (office_id, service, iso_weekday, opens, closes, valid)"
                                + " select ?, 'APPOINTMENT', d, '09:00', '15:00', '[2020-01-01,)' from generate_series(1, 5) d",
                        office);
        owner().update(
                        "update visit set state = 'CANCELLED_OFFICE', held_until = null where state in ('HELD', 'BOOKED', 'CHECKED_IN', 'CALLED', 'SERVING')");
        visit = booked("10:00", 1, "OTHER");
    }

    @Test
    void M_picks_a_visit_up_arrows_and_enter_put_it_down_elsewhere() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            var grid = laine.find(BoardGrid.class).single();
            grid.pickedUp(visit.toString());
            assertThat(spoken(laine)).contains("Siirrät käyntiä").contains("Enter siirtää");
            assertThat(grid.hasClassName("moving")).isTrue();
            press(place(laine, "11.00, tiski 2"));
            assertThat(standsAt()).isEqualTo(wall("11:00"));
            assertThat(counter()).isEqualTo(2);
            assertThat(grid.hasClassName("moving")).isFalse();
            assertThat(card(laine).getElement().getAttribute("aria-label")).startsWith("11.00–11.15");
            assertThat(mails("VISIT_MOVED")).isEqualTo(1);
        }
    }

    @Test
    void escape_leaves_it_where_it_was_and_says_so() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            var grid = laine.find(BoardGrid.class).single();
            grid.pickedUp(visit.toString());
            grid.gaveUp();
            assertThat(spoken(laine)).contains("jäi paikalleen");
            assertThat(laine.find(NativeButton.class).withClassName("place").all())
                    .isEmpty();
            assertThat(standsAt()).isEqualTo(wall("10:00"));
        }
    }

    @Test
    void whoever_is_too_late_hears_it_and_gets_three_other_times() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            laine.find(BoardGrid.class).single().pickedUp(visit.toString());
            var target = place(laine, "11.00, tiski 2");
            booked("11:00", 2, "RENT_TALK");
            press(target);
            assertThat(bar(laine)).contains("Joku ehti ensin");
            var others = laine.find(NativeButton.class).withClassName("line").all().stream()
                    .filter(button -> button.getText().contains(" klo "))
                    .toList();
            assertThat(others).hasSize(3);
            press(others.getFirst());
            assertThat(standsAt()).isNotEqualTo(wall("10:00"));
            assertThat(mails("VISIT_MOVED")).isEqualTo(1);
        }
    }

    @Test
    void B27_outside_the_rules_only_the_lead_sees_a_place_and_only_with_a_reason_it_is_taken() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            laine.find(BoardGrid.class).single().pickedUp(visit.toString());
            assertThat(laine.find(NativeButton.class).withClassName("outside").all())
                    .isEmpty();
            var lead = at(desk.newUser(signedIn("virta")).newWindow(), "");
            lead.find(BoardGrid.class).single().pickedUp(visit.toString());
            press(place(lead, "15.30, tiski 1, sääntöjen ulkopuolella"));
            press(lead, "Siirrä silti");
            assertThat(standsAt()).as("no reason, no move").isEqualTo(wall("10:00"));
            lead.test(lead.find(TextField.class)
                            .withLabel("Miksi siirrät silti?")
                            .single())
                    .setValue("Pääsee vasta töistä");
            press(lead, "Siirrä silti");
            assertThat(standsAt()).isEqualTo(wall("15:30"));
            assertThat(owner().queryForObject(
                                    "select reason from visit_event where visit_id = ? and kind = 'MOVED'",
                                    String.class,
                                    visit))
                    .isEqualTo("Pääsee vasta töistä");
            press(lead, card(lead));
            assertThat(lead.find(BoardPanel.class).single().getElement().getTextRecursively())
                    .contains("Siirretty")
                    .contains("Syy: Pääsee vasta töistä");
        }
    }

    @Test
    void the_panel_says_who_comes_what_helps_and_what_has_happened() {
        owner().update("update visit set proxy_name = 'Eeva Esimerkki', needs = '{SEATED}' where id = ?", visit);
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            press(laine, card(laine));
            var panel = laine.find(BoardPanel.class).single();
            assertThat(panel.getElement().getTextRecursively())
                    .contains("Muu asia · varattu")
                    .contains("Eeva Esimerkki")
                    .contains("Tuoli jonottaessa")
                    .contains("tiski 1");
            press(laine, "Sulje");
            assertThat(laine.find(BoardPanel.class).exists()).isFalse();
        }
    }

    @Test
    void a_visit_is_called_off_with_a_reason_beside_the_field_when_it_is_missing() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            press(laine, card(laine));
            press(laine, "Peru käynti");
            press(laine, "Peru ja kerro asukkaalle");
            RadioButtonGroup<CancelReason> reason = reason(laine);
            assertThat(reason.isInvalid()).isTrue();
            laine.test(reason).selectItem("Muu syy omin sanoin");
            press(laine, "Peru ja kerro asukkaalle");
            var words = laine.find(TextArea.class).single();
            assertThat(words.isInvalid()).isTrue();
            laine.test(words).setValue("Vesivahinko toimistolla");
            press(laine, "Peru ja kerro asukkaalle");
            assertThat(owner().queryForObject(
                                    "select state || ' ' || cancel_reason || ' ' || cancel_words from visit where id = ?",
                                    String.class,
                                    visit))
                    .isEqualTo("CANCELLED_OFFICE OTHER Vesivahinko toimistolla");
            assertThat(mails("VISIT_CANCELLED")).isEqualTo(1);
            assertThat(laine.find(BoardCard.class).exists()).isFalse();
        }
    }

    @Test
    void instead_of_calling_it_off_another_time_is_one_press_away() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            press(laine, card(laine));
            press(laine, "Peru käynti");
            press(laine.find(NativeButton.class).withClassName("line").all().stream()
                    .filter(button -> button.getText().contains(" klo "))
                    .findFirst()
                    .orElseThrow());
            assertThat(standsAt()).isNotEqualTo(wall("10:00"));
            assertThat(mails("VISIT_MOVED")).isEqualTo(1);
        }
    }

    @Test
    void a_free_place_books_there_at_that_counter() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            press(named(laine, "13.00, tiski 2, vapaa. Varaa tähän"));
            laine.test(laine.find(TextField.class).withLabel("Kuka?").single()).setValue("Elin Lindroth");
            press(laine, "Varaa");
            assertThat(owner().queryForObject(
                                    "select v.local_start::text || ' ' || c.number from visit v join counter c on c.id = v.counter_id"
                                            + " join resident r on r.id = v.resident_id where r.family_name = 'Lindroth'"
                                            + " and r.given_name = 'Elin' and v.state = 'BOOKED'",
                                    String.class))
                    .isEqualTo(day + " 13:00:00 2");
            assertThat(laine.find(BoardCard.class).all()).hasSize(2);
        }
    }

    @Test
    void the_address_keeps_day_week_and_counter_and_a_wrong_one_leads_to_today() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "&mode=week&counter=1");
            assertThat(laine.find(H1.class).single().getText()).startsWith("Viikko");
            assertThat(card(laine)).isNotNull();
            at(laine, "&mode=week&counter=2");
            assertThat(laine.find(BoardCard.class).exists()).isFalse();
            press(laine, "Päivä");
            assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                    .contains("day=" + day)
                    .contains("counter=2")
                    .doesNotContain("mode");
            UI.getCurrent().navigate("board", QueryParameters.fromString("day=yesterday&counter=99"));
            assertThat(laine.find(H1.class).single().getText())
                    .contains(LocalDate.now(Helsinki.ZONE).getDayOfMonth() + ".");
        }
    }

    @Test
    void a_week_is_moved_in_by_day_and_time_whatever_the_counter() {
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "&mode=week");
            laine.find(BoardGrid.class).single().pickedUp(visit.toString());
            var free = laine.find(NativeButton.class).withClassName("place").all().stream()
                    .filter(button -> "14.00".equals(button.getText()))
                    .toList();
            assertThat(free).hasSize(5);
            press(free.getLast());
            assertThat(standsAt()).isEqualTo(day.plusDays(3).atTime(14, 0));
            assertThat(counter()).isEqualTo(1);
        }
    }

    @Test
    void what_is_shut_says_why() {
        owner().update(
                        "insert into counter_capacity (office_id, occasion, day, opens, closes, counters, staff_only, valid)"
                                + " values (?, 'DAY', ?, '09:00', '15:00', 1, 0, daterange(null, null))",
                        office,
                        day);
        owner().update(
                        "insert into closure (office_id, during, reason_fi, reason_sv, reason_en)"
                                + " values (?, tstzrange(?::timestamptz, ?::timestamptz), 'Remontti', 'Renovering', 'Renovation')",
                        office,
                        day.plusDays(1).atStartOfDay(Helsinki.ZONE).toOffsetDateTime(),
                        day.plusDays(2).atStartOfDay(Helsinki.ZONE).toOffsetDateTime());
        try (var desk = office()) {
            var laine = at(desk.newUser(signedIn("laine")).newWindow(), "");
            assertThat(text(laine)).contains("Tiski ei ole auki");
            press(laine, "›");
            assertThat(text(laine)).contains("Remontti");
            assertThat(laine.find(NativeButton.class).withClassName("free").exists())
                    .isFalse();
        }
    }

    private static BrowserlessUIContext at(BrowserlessUIContext window, LocalDate day, String more) {
        window.activate();
        UI.getCurrent().navigate("board", QueryParameters.fromString("day=" + day + more));
        return window;
    }

    private BrowserlessUIContext at(BrowserlessUIContext window, String more) {
        return at(window, day, more);
    }

    private UUID booked(String time, int counter, String type) {
        var start = day.atTime(LocalTime.parse(time)).atZone(Helsinki.ZONE).toOffsetDateTime();
        return Objects.requireNonNull(
                owner().queryForObject("""
                insert into visit (number, office_id, counter_id, visit_type_code, resident_id, home_id, state, during, local_start, zone, created_at)
                select 'V-26-B' || substr(gen_random_uuid()::text, 1, 8), c.office_id, c.id, t.code, tr.resident_id, n.home_id, 'BOOKED',
                  tstzrange(?, ?::timestamptz + make_interval(mins => t.minutes)), ?, 'Europe/Helsinki', now()
                from counter c, visit_type t, tenancy n join tenancy_resident tr on tr.tenancy_id = n.id
                join resident r on r.id = tr.resident_id
                where c.office_id = ? and c.number = ? and t.code = ? and n.during @> current_date and r.email is not null
                  and r.family_name <> 'Lindroth'
                  and not exists (select from visit v where v.resident_id = tr.resident_id and v.visit_type_code = t.code
                    and v.state in ('HELD', 'BOOKED'))
                order by r.id limit 1 returning id""", UUID.class, start, start, start.toLocalDateTime(), office, counter, type));
    }

    private LocalDateTime wall(String time) {
        return day.atTime(LocalTime.parse(time));
    }

    private LocalDateTime standsAt() {
        return Objects.requireNonNull(
                owner().queryForObject("select local_start from visit where id = ?", LocalDateTime.class, visit));
    }

    private int counter() {
        return Objects.requireNonNull(owner().queryForObject(
                        "select c.number from visit v join counter c on c.id = v.counter_id where v.id = ?",
                        Integer.class,
                        visit));
    }

    private int mails(String kind) {
        return Objects.requireNonNull(owner().queryForObject(
                        "select count(*) from notification where cause_id = ? and kind = ?::notification_kind",
                        Integer.class,
                        visit,
                        kind));
    }

    private static BoardCard card(BrowserlessUIContext window) {
        window.activate();
        return window.find(BoardCard.class).all().getFirst();
    }

    private static void press(BrowserlessUIContext window, BoardCard card) {
        window.activate();
        ComponentUtil.fireEvent(card, new ClickEvent<>(card));
    }

    private static NativeButton place(BrowserlessUIContext window, String name) {
        return named(window, name);
    }

    private static NativeButton named(BrowserlessUIContext window, String name) {
        window.activate();
        return window.find(NativeButton.class).all().stream()
                .filter(button -> name.equals(button.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button called " + name));
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<CancelReason> reason(BrowserlessUIContext window) {
        return window.find(RadioButtonGroup.class).single();
    }

    private static String spoken(BrowserlessUIContext window) {
        return window.find(Carry.class).single().getElement().getChild(0).getText();
    }

    private static String bar(BrowserlessUIContext window) {
        return window.find(Carry.class).single().getElement().getChild(1).getTextRecursively();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    private static String text(BrowserlessUIContext window) {
        return text(window.find(BoardView.class).single());
    }
}
