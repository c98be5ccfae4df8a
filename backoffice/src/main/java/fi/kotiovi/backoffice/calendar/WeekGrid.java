package fi.kotiovi.backoffice.calendar;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.calendar.CalendarBook;
import java.time.LocalDate;
import java.util.List;

/** Seven days as the rules make them, each with why it is as it is. */
class WeekGrid extends Div {
    private static final long serialVersionUID = 1;

    WeekGrid(List<CalendarBook.Day> days, LocalDate today) {
        addClassName("week");
        days.forEach(day -> add(card(day, today)));
    }

    private Article card(CalendarBook.Day shown, LocalDate today) {
        var language = Languages.current();
        var day = shown.day();
        var card = new Article(new H2(Formats.day(day.day(), language)));
        card.addClassName("card");
        card.setClassName("closed", day.isClosed());
        card.setClassName("today", day.day().equals(today));
        if (day.isClosed()) {
            card.add(new Paragraph(getTranslation("calendar.closed")));
        }
        for (var opening : shown.openings()) {
            var hours = new Paragraph(Formats.timeOf(opening.span().from(), language) + "–"
                    + Formats.timeOf(opening.span().until(), language));
            hours.addClassNames("num", "strong");
            var counters = soft(
                    opening.counters() == opening.forResidents()
                            ? getTranslation("calendar.counters", opening.counters())
                            : getTranslation("calendar.counters.kept", opening.counters(), opening.forResidents()));
            card.add(hours, counters);
        }
        var why = OpeningWords.why(this, day);
        if (!why.isEmpty()) {
            card.add(soft(why));
        }
        return card;
    }

    private static Paragraph soft(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassNames("soft", "small");
        return paragraph;
    }
}
