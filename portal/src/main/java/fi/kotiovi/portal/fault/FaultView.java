package fi.kotiovi.portal.fault;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.fault.Fault;
import fi.kotiovi.domain.fault.FaultEvent;
import fi.kotiovi.domain.fault.MyFaults;
import fi.kotiovi.portal.shell.Files;
import fi.kotiovi.portal.shell.Formats;
import fi.kotiovi.portal.shell.Ids;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Live;
import fi.kotiovi.portal.shell.Page;
import fi.kotiovi.portal.shell.Pictogram;
import fi.kotiovi.vocabulary.FaultState;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One fault: how it stands, and every step as it happens. */
@Route("faults/:id([0-9a-f-]{36})")
@RolesAllowed("RESIDENT")
public class FaultView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient MyFaults faults;
    private final transient Attachments attachments;
    private final transient Live live;
    private @Nullable UUID shown;
    private boolean justFiled;

    public FaultView(MyFaults faults, Attachments attachments, Live live) {
        this.faults = faults;
        this.attachments = attachments;
        this.live = live;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = Ids.of(event);
        shown = id;
        justFiled = event.getLocation().getQueryParameters().getParameters().containsKey("new");
        live.watch(this, () -> faults.one(id).map(Fault::version).orElse(0), this::redraw);
        draw(faults.one(id).orElseThrow(NotFoundException::new));
    }

    private void redraw() {
        if (shown != null) {
            faults.one(shown).ifPresent(this::draw);
        }
    }

    private void draw(Fault fault) {
        var language = Languages.current();
        var words = new FaultWords(this::getTranslation, language);
        begin(fault.problem().in(language), "/faults");
        var facts = new Paragraph(fault.place().in(language) + " · " + fault.number());
        facts.addClassNames("soft", "num");
        var state = pill(words.state(fault.state()), FaultWords.colour(fault));
        var next = new Paragraph(words.next(fault));
        next.addClassName("big");
        var status = card(state, next, new ProgressBars(words.progress(fault.state())));
        status.addClassName("status");
        status.getElement().setAttribute("aria-live", "polite");
        add(facts);
        if (justFiled && isNobodysYet(fault)) {
            add(thanks(fault));
        }
        add(status, new H2(getTranslation("fault.timeline")), timeline(fault, words), report(fault));
    }

    /** As long as nobody has begun, the thanks are the news; after that they would stand in its way. */
    private static boolean isNobodysYet(Fault fault) {
        return fault.state() == FaultState.RECEIVED || fault.state() == FaultState.ON_CALL_ALERTED;
    }

    private Div thanks(Fault fault) {
        var title = new H2(getTranslation("fault.filed"));
        var number = new Span(fault.number());
        number.addClassNames("strong", "num", "nowrap");
        var text = new Paragraph(
                new Span(getTranslation("fault.filed.number") + " "),
                number,
                new Span(". " + getTranslation(fault.isUrgent() ? "fault.filed.urgent" : "fault.filed.normal")));
        var thanks = new Div(Pictogram.CHECK.icon(), new Div(title, text));
        thanks.addClassNames("row", "thanks");
        thanks.getElement().setAttribute("role", "status");
        return thanks;
    }

    private OrderedList timeline(Fault fault, FaultWords words) {
        var list = new OrderedList();
        list.addClassName("timeline");
        faults.timeline(fault.id()).forEach(event -> list.add(step(event, words)));
        return list;
    }

    private ListItem step(FaultEvent event, FaultWords words) {
        var what = new Span(words.state(event.state()));
        what.addClassName("strong");
        var when = new Span(Formats.moment(event.at(), Languages.current()));
        when.addClassNames("soft", "small", "num");
        var step = new ListItem(what, when);
        if (!event.actorName().isEmpty()) {
            var who = new Span(event.actorName());
            who.addClassNames("soft", "small");
            step.add(who);
        }
        if (!event.note().isEmpty()) {
            var note = new Paragraph(event.note());
            note.addClassName("typed");
            step.add(note);
        }
        return step;
    }

    private Div report(Fault fault) {
        var text = new Paragraph(fault.description());
        text.addClassName("typed");
        var photos = new Div();
        photos.addClassName("thumbs");
        attachments.ofFault(fault.id()).forEach(photo -> {
            var picture = Files.inline(attachments, photo);
            var open = new Anchor(picture, "");
            open.add(new Image(Files.inline(attachments, photo), photo.fileName()));
            open.setTarget("_blank");
            var thumb = new Div(open);
            thumb.addClassName("thumb");
            photos.add(thumb);
        });
        return ReportFaultView.stack(new H2(getTranslation("fault.report")), card(text, photos));
    }
}
