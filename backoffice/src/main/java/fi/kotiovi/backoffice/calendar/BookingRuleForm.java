package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.select.Select;
import fi.kotiovi.domain.calendar.BookingRule;
import fi.kotiovi.domain.calendar.Changing;
import fi.kotiovi.domain.calendar.OfficeCalendar;
import fi.kotiovi.vocabulary.NoticeUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What the office asks of whoever books. */
class BookingRuleForm extends RuleForm {
    private static final long serialVersionUID = 1;

    BookingRuleForm(
            OfficeCalendar calendar, BookingRule now, UUID office, LocalDate today, Consumer<Changing> changed) {
        super("calendar.form.BOOKING_RULE", changed);
        var notice = number("calendar.rule.notice", now.noticeMinutes(), 0, 14_400);
        var unit = new Select<NoticeUnit>();
        unit.setLabel(getTranslation("calendar.rule.unit"));
        unit.setItems(NoticeUnit.values());
        unit.setItemLabelGenerator(one -> getTranslation("calendar.rule.unit." + one));
        unit.setValue(now.noticeUnit());
        var horizon = number("calendar.rule.horizon", now.horizonDays(), 1, 365);
        var open = number("calendar.rule.open", now.openVisits(), 1, 20);
        var buffer = new Select<Integer>();
        buffer.setLabel(getTranslation("calendar.rule.buffer"));
        buffer.setItems(0, 5, 10, 15);
        buffer.setValue(now.bufferMinutes());
        var coolDown = number("calendar.rule.coolDown", now.coolDownMinutes(), 0, 240);
        var from = date("calendar.from", today);
        fields(notice, unit, horizon, open, buffer, coolDown, from);
        saves(() -> {
            var wrong = List.of(notice, horizon, open, coolDown).stream()
                    .filter(field -> !isRight(field))
                    .count();
            return wrong > 0
                    ? Optional.empty()
                    : read(from)
                            .map(date -> calendar.setBookingRule(
                                    office,
                                    new BookingRule(
                                            notice.getValue(),
                                            unit.getValue(),
                                            horizon.getValue(),
                                            open.getValue(),
                                            buffer.getValue(),
                                            coolDown.getValue()),
                                    date));
        });
    }
}
