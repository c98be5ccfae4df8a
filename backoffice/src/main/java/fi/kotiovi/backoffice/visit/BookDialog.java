package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.domain.housing.PhoneNumbers;
import fi.kotiovi.domain.visit.Attending;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.Person;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.StaffVisits;
import fi.kotiovi.domain.visit.StaffVisits.BookFor;
import fi.kotiovi.domain.visit.VisitType;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books for whoever phones or walks in: who, Enter, what and when, Enter. */
class BookDialog extends Dialog {
    private static final long serialVersionUID = 1;
    private static final int TIMES = 6;
    /** The group itself takes no focus, its buttons do. */
    private static final String FOCUS_CHOSEN = "(this.querySelector('vaadin-radio-button[checked]')"
            + " ?? this.querySelector('vaadin-radio-button'))?.focus()";

    private static final int LONGEST_REASON = 300;
    private static final int SHORTEST_REASON = 3;

    private final transient StaffVisits visits;
    private final @Nullable OffsetDateTime from;
    private final @Nullable Integer counter;
    private final transient Runnable booked;
    private final TextField search = new TextField();
    private final RadioButtonGroup<Person> people = new RadioButtonGroup<>();
    private final Select<VisitType> type = new Select<>();
    private final RadioButtonGroup<Slot> times = new RadioButtonGroup<>();
    private final DateTimePicker otherTime = new DateTimePicker();
    private final TextField override = new TextField();
    private final Paragraph said = new Paragraph();

    BookDialog(StaffVisits visits, boolean manager) {
        this(visits, manager, null, null, () -> {});
    }

    /** From a place on the board: at that time or the next one that suits the matter, at that counter if it can be. */
    BookDialog(
            StaffVisits visits,
            boolean manager,
            @Nullable OffsetDateTime from,
            @Nullable Integer counter,
            Runnable booked) {
        this.visits = visits;
        this.from = from;
        this.counter = counter;
        this.booked = booked;
        addClassNames("words", "book");
        setHeaderTitle(getTranslation("book.title"));
        said.addClassName("problem");
        said.getElement().setAttribute("role", "alert");
        said.setVisible(false);
        who();
        what();
        override.setLabel(getTranslation("book.override"));
        override.setHelperText(getTranslation("book.override.helper"));
        override.setMaxLength(LONGEST_REASON);
        override.setWidthFull();
        override.setVisible(manager);
        var content = new Div(search, people, type, times, otherTime, override, said);
        content.addClassName("book-form");
        add(content);
        var book = Buttons.primary(getTranslation("book.do"), this::book);
        book.getElement().setAttribute("data-key", "↵");
        getFooter().add(Buttons.line(getTranslation("cancel"), this::close), book);
    }

    /** Somebody who has been found already: what is left is what and when. */
    BookDialog about(Person person) {
        search.setValue(person.name());
        people.setItems(person);
        people.setValue(person);
        people.setVisible(true);
        type.setAutofocus(true);
        search.setAutofocus(false);
        return this;
    }

    private void who() {
        search.setLabel(getTranslation("book.who"));
        search.setHelperText(getTranslation("book.who.helper"));
        search.setWidthFull();
        search.setAutofocus(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(200);
        search.addValueChangeListener(change -> find());
        search.addKeyDownListener(Key.ENTER, enter -> {
            if (people.getValue() != null) {
                times.getElement().executeJs(FOCUS_CHOSEN);
            }
        });
        people.setLabel(getTranslation("book.found"));
        people.setItemLabelGenerator(person -> {
            var phone = person.phone();
            return person.name() + ", " + person.address().in(Languages.current())
                    + (phone == null ? "" : ", " + PhoneNumbers.shown(phone));
        });
        people.addClassName("choices");
        people.setVisible(false);
    }

    private void find() {
        var found = visits.find(search.getValue());
        people.setItems(found);
        people.setVisible(!found.isEmpty());
        if (!found.isEmpty()) {
            people.setValue(found.getFirst());
        }
        said.setText(getTranslation("book.nobody"));
        said.setVisible(found.isEmpty() && search.getValue().strip().length() > 1);
    }

    private void what() {
        var types = visits.types();
        type.setLabel(getTranslation("book.what"));
        type.setWidthFull();
        type.setItems(types);
        type.setItemLabelGenerator(one -> getTranslation("visit.type." + one.code()));
        times.setLabel(getTranslation("book.when"));
        times.setItemLabelGenerator(slot -> Formats.moment(slot.start(), Languages.current()));
        times.getElement().addEventListener("keydown", enter -> book()).setFilter("event.key === 'Enter'");
        times.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                otherTime.clear();
            }
        });
        type.addValueChangeListener(change -> showTimes(times(change.getValue().code())));
        type.setValue(types.getLast());
        otherTime.setLabel(getTranslation("book.othertime"));
        otherTime.setStep(Duration.ofMinutes(5));
        otherTime.setLocale(Languages.locale(Languages.current()));
    }

    private List<Slot> times(String code) {
        return from == null ? visits.soonest(code, TIMES) : visits.soonest(code, from, TIMES);
    }

    private void showTimes(List<Slot> slots) {
        times.setItems(slots);
        times.setVisible(!slots.isEmpty());
        if (!slots.isEmpty()) {
            times.setValue(slots.getFirst());
        }
    }

    private @Nullable OffsetDateTime start() {
        var other = otherTime.getValue();
        if (other != null) {
            return other.atZone(Helsinki.ZONE).toOffsetDateTime();
        }
        var slot = times.getValue();
        return slot == null ? null : slot.start();
    }

    private void book() {
        var person = people.getValue();
        var start = start();
        if (person == null) {
            problem(getTranslation("book.who.missing"));
            search.focus();
            return;
        }
        if (start == null) {
            problem(getTranslation("book.when.missing"));
            return;
        }
        var typed = override.getValue().strip();
        override.setErrorMessage(getTranslation("book.override.short"));
        override.setInvalid(!typed.isEmpty() && typed.length() < SHORTEST_REASON);
        if (override.isInvalid()) {
            override.focus();
            return;
        }
        var reason = typed.isEmpty() ? null : typed;
        var wish = new BookFor(
                person.id(), person.homeId(), type.getValue().code(), start, Attending.IN_PERSON, reason, counter);
        switch (visits.book(wish)) {
            case Booking.Done done -> {
                close();
                booked.run();
                var when = Formats.moment(done.visit().start(), Languages.current());
                if (person.hasMail()) {
                    Say.done(getTranslation("book.done", person.name(), when));
                } else {
                    Say.problem(getTranslation("book.done.call", person.name(), when));
                }
            }
            case Booking.SlotTaken taken -> {
                otherTime.clear();
                showTimes(taken.nearest());
                problem(getTranslation("book.taken"));
            }
            case Booking.NotOffered closed -> {
                otherTime.clear();
                showTimes(closed.nearest());
                problem(RuleOfBooking.words(this, closed.why()));
            }
            case Booking.AlreadyBooked already ->
                problem(getTranslation(
                        "book.already",
                        person.givenName(),
                        Formats.moment(already.visit().start(), Languages.current())));
            case Booking.TooMany tooMany -> problem(getTranslation("book.toomany", tooMany.limit()));
            case Booking.HoldExpired expired -> problem(getTranslation("book.taken"));
            case Booking.TooLate late -> problem(getTranslation("book.taken"));
        }
    }

    private void problem(String text) {
        said.setText(text);
        said.setVisible(true);
    }
}
