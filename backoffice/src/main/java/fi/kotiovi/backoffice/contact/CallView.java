package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.backoffice.visit.BookFromAnywhere;
import fi.kotiovi.domain.contact.PhoneNote;
import fi.kotiovi.domain.contact.PhoneNotes;
import fi.kotiovi.domain.contact.PhoneNoting;
import fi.kotiovi.domain.contact.PhoneNoting.Gap;
import fi.kotiovi.domain.contact.ResidentSheets;
import fi.kotiovi.domain.contact.Topic;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.visit.Person;
import fi.kotiovi.domain.visit.StaffVisits;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import java.util.UUID;

/** A call: who it is and all that concerns them on one side, what they say on the other. */
@Route("call")
@RolesAllowed({"AGENT", "DESK", "MANAGER"})
public class CallView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    private static final int PAUSE_MILLIS = 400;

    private final transient PhoneNotes notes;
    private final transient ResidentSheets sheets;
    private final transient StaffVisits people;
    private final transient BookFromAnywhere booking;
    private final transient CallFaults faults;
    private final TextField search = new TextField();
    private final RadioButtonGroup<Person> found = new RadioButtonGroup<>();
    private final Paragraph nobody = new Paragraph();
    private final TextField phone = new TextField();
    private final Select<Topic> topic = new Select<>();
    private final TextArea body = new TextArea();
    private final Div aside = new Div();
    private final NativeButton fault = Buttons.line("", this::fault);
    private UUID submission = UUID.randomUUID();

    public CallView(
            PhoneNotes notes, ResidentSheets sheets, StaffVisits people, BookFromAnywhere booking, CallFaults faults) {
        this.faults = faults;
        this.notes = notes;
        this.sheets = sheets;
        this.people = people;
        this.booking = booking;
        addClassName("call");
        aside.addClassName("aside");
        var form = new Section(new H1(getTranslation("call.title")), search, found, nobody, phone, topic, body, ends());
        form.addClassNames("card", "call-form");
        add(form, aside);
        who();
        what();
        showPerson();
    }

    /** Whoever was found elsewhere is found here as well. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("who").ifPresent(search::setValue);
    }

    private void who() {
        search.setLabel(getTranslation("call.who"));
        search.setHelperText(getTranslation("book.who.helper"));
        search.setAutofocus(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(PAUSE_MILLIS / 2);
        search.addValueChangeListener(change -> find());
        found.setLabel(getTranslation("book.found"));
        found.setItemLabelGenerator(person -> {
            var number = person.phone();
            return person.name() + ", " + person.address().in(Languages.current())
                    + (number == null ? "" : ", " + PhoneNumbers.shown(number));
        });
        found.addClassName("choices");
        found.setVisible(false);
        found.addValueChangeListener(change -> showPerson());
        nobody.setText(getTranslation("call.nobody"));
        nobody.addClassName("soft");
        nobody.setVisible(false);
        phone.setLabel(getTranslation("call.phone"));
    }

    private void find() {
        var typed = search.getValue().strip();
        var some = people.find(typed);
        found.setItems(some);
        found.setVisible(!some.isEmpty());
        nobody.setVisible(some.isEmpty() && typed.length() > 1);
        if (some.size() == 1) {
            found.setValue(some.getFirst());
        }
        showPerson();
    }

    private void what() {
        topic.setLabel(getTranslation("contact.topic"));
        topic.setItems(notes.topics());
        topic.setItemLabelGenerator(one -> one.name().in(Languages.current()));
        body.setLabel(getTranslation("call.body"));
        body.setHelperText(getTranslation("call.body.helper"));
        body.setMinRows(6);
        body.setMaxRows(16);
        body.setValueChangeMode(ValueChangeMode.LAZY);
        body.setValueChangeTimeout(PAUSE_MILLIS);
        notes.kept().ifPresent(body::setValue);
        body.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                body.setInvalid(false);
                notes.keep(change.getValue());
            }
        });
    }

    private Div ends() {
        fault.setText(getTranslation("call.fault"));
        var wait = Buttons.line(getTranslation("call.queue"), () -> write(false));
        var solved = Buttons.primary(getTranslation("call.solved"), () -> write(true));
        Shortcuts.submit(solved, body);
        var row = new Div(fault, wait, solved);
        row.addClassNames("row", "actions");
        return row;
    }

    private void showPerson() {
        aside.removeAll();
        var person = found.getValue();
        phone.setVisible(person == null);
        fault.setVisible(person != null);
        if (person == null) {
            var hint = new Paragraph(getTranslation("call.hint"));
            hint.addClassName("soft");
            aside.add(hint);
        } else {
            aside.add(new ResidentCard(person, sheets.of(person.id(), person.homeId()), () -> booking.open(person)));
        }
    }

    /** What has been said so far goes along; the call is closed with it. */
    private void fault() {
        var chosen = topic.getValue();
        faults.open(found.getValue(), submission, chosen == null ? "" : chosen.code(), body.getValue(), sentence -> {
            Say.done(sentence);
            nextCall();
        });
    }

    private void write(boolean solved) {
        var person = found.getValue();
        var chosen = topic.getValue();
        var note = new PhoneNote(
                submission,
                person == null ? null : person.id(),
                person == null ? null : person.homeId(),
                person == null ? phone.getValue() : "",
                chosen == null ? "" : chosen.code(),
                body.getValue(),
                solved);
        switch (notes.write(note)) {
            case PhoneNoting.Written done -> {
                Say.done(getTranslation(done.solved() ? "call.closed" : "call.queued", done.number()));
                nextCall();
            }
            case PhoneNoting.Incomplete incomplete -> mark(incomplete.gaps());
        }
    }

    private void mark(Set<Gap> gaps) {
        topic.setErrorMessage(getTranslation("call.topic.missing"));
        topic.setInvalid(gaps.contains(Gap.TOPIC));
        body.setErrorMessage(
                getTranslation(gaps.contains(Gap.BODY_TOO_LONG) ? "contact.tooLong" : "call.body.missing"));
        body.setInvalid(gaps.contains(Gap.BODY_MISSING) || gaps.contains(Gap.BODY_TOO_LONG));
        phone.setErrorMessage(getTranslation("call.phone.wrong"));
        phone.setInvalid(gaps.contains(Gap.PHONE));
    }

    private void nextCall() {
        submission = UUID.randomUUID();
        body.clear();
        topic.clear();
        phone.clear();
        search.clear();
        mark(Set.of());
        search.focus();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.call") + " · Kotiovi";
    }
}
