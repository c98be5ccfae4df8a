package fi.kotiovi.backoffice.visit;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
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

/** A Tuesday two weeks ahead on which nothing is booked but what the test books. */
abstract class BoardTest extends OfficeTest {
    final LocalDate day = LocalDate.now(Helsinki.ZONE).plusWeeks(2).with(DayOfWeek.TUESDAY);
    UUID office = new UUID(0, 0);
    UUID visit = office;

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

    static BrowserlessUIContext at(BrowserlessUIContext window, LocalDate day, String more) {
        window.activate();
        UI.getCurrent().navigate("board", QueryParameters.fromString("day=" + day + more));
        return window;
    }

    BrowserlessUIContext at(BrowserlessUIContext window, String more) {
        return at(window, day, more);
    }

    UUID booked(String time, int counter, String type) {
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

    LocalDateTime wall(String time) {
        return day.atTime(LocalTime.parse(time));
    }

    LocalDateTime standsAt() {
        return Objects.requireNonNull(
                owner().queryForObject("select local_start from visit where id = ?", LocalDateTime.class, visit));
    }

    int counter() {
        return Objects.requireNonNull(owner().queryForObject(
                        "select c.number from visit v join counter c on c.id = v.counter_id where v.id = ?",
                        Integer.class,
                        visit));
    }

    int mails(String kind) {
        return Objects.requireNonNull(owner().queryForObject(
                        "select count(*) from notification where cause_id = ? and kind = ?::notification_kind",
                        Integer.class,
                        visit,
                        kind));
    }

    static BoardCard card(BrowserlessUIContext window) {
        window.activate();
        return window.find(BoardCard.class).all().getFirst();
    }

    static void press(BrowserlessUIContext window, BoardCard card) {
        window.activate();
        ComponentUtil.fireEvent(card, new ClickEvent<>(card));
    }

    static NativeButton place(BrowserlessUIContext window, String name) {
        return named(window, name);
    }

    static NativeButton named(BrowserlessUIContext window, String name) {
        window.activate();
        return window.find(NativeButton.class).all().stream()
                .filter(button -> name.equals(button.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button called " + name));
    }

    @SuppressWarnings("unchecked")
    static RadioButtonGroup<CancelReason> reason(BrowserlessUIContext window) {
        return window.find(RadioButtonGroup.class).single();
    }

    static String spoken(BrowserlessUIContext window) {
        return window.find(Carry.class).single().getElement().getChild(0).getText();
    }

    static String bar(BrowserlessUIContext window) {
        return window.find(Carry.class).single().getElement().getChild(1).getTextRecursively();
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    static String text(BrowserlessUIContext window) {
        return text(window.find(BoardView.class).single());
    }
}
