package fi.kotiovi.backoffice.workorder;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Icon;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.key.CrewKey;
import java.time.Clock;
import java.util.List;

/** The keys a crew has in its pockets: for which job, until when, and where they go back. */
class CrewKeyList extends Div {
    private static final long serialVersionUID = 1;

    CrewKeyList(List<CrewKey> keys, Clock clock) {
        addClassName("crew-keys");
        var late = keys.stream().filter(key -> isLate(key, clock)).count();
        add(new H2(getTranslation("work.keys", keys.size(), late)));
        var card = new Div();
        card.addClassName("card");
        keys.forEach(key -> card.add(line(key, isLate(key, clock))));
        keys.stream().map(CrewKeyList::room).distinct().forEach(room -> card.add(wayBack(room)));
        add(card);
    }

    static boolean isLate(CrewKey key, Clock clock) {
        return key.dueAt().toInstant().isBefore(clock.instant());
    }

    private Anchor line(CrewKey key, boolean late) {
        var language = Languages.current();
        var tag = new Span(key.tag());
        tag.addClassNames("strong", "num");
        var kind = new Span(getTranslation("key.kind." + key.kind()));
        var borrower = key.borrower();
        var job = new Span(
                key.problem().in(language) + " · " + key.number() + (borrower == null ? "" : " · " + borrower));
        job.addClassNames("soft", "small", "job-of-key");
        var due = Formats.moment(key.dueAt(), language);
        var line = new Anchor("work/" + key.workOrder());
        line.addClassName("crew-key");
        line.add(
                tag,
                kind,
                new Pill(
                        getTranslation(late ? "key.loan.late" : "key.loan.due", due),
                        late ? Pill.Tone.SUN : Pill.Tone.SKY),
                job);
        return line;
    }

    private static Room room(CrewKey key) {
        return new Room(key.office().in(Languages.current()), key.officeAddress(), key.officePhone());
    }

    private Div wayBack(Room room) {
        var words = new Paragraph(getTranslation("work.keys.back", room.name, room.address));
        words.addClassName("grow");
        var call = Buttons.link("tel:" + room.phone, getTranslation("work.keys.call"), Icon.PHONE);
        var back = new Div(words, call);
        back.addClassName("way-back");
        return back;
    }

    private record Room(String name, String address, String phone) {}
}
