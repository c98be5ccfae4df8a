package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.visit.Booking;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.domain.visit.Slot;
import fi.kotiovi.domain.visit.StaffCancellations;
import fi.kotiovi.domain.visit.StaffCancellations.Cancel;
import fi.kotiovi.vocabulary.CancelReason;
import java.util.Objects;
import java.util.function.Consumer;

/** Calls a visit off and says why; or gives it another time after all. */
class CancelDialog extends Dialog {
    private static final long serialVersionUID = 1;

    private final transient StaffCancellations cancellations;
    private final transient DeskVisit visit;
    private final transient Runnable cancelled;
    private final RadioButtonGroup<CancelReason> reason = new RadioButtonGroup<>();
    private final TextArea words = new TextArea();

    CancelDialog(StaffCancellations cancellations, DeskVisit visit, Runnable cancelled, Consumer<Slot> instead) {
        this.cancellations = cancellations;
        this.visit = visit;
        this.cancelled = cancelled;
        var language = Languages.current();
        addClassNames("words", "cancel");
        setHeaderTitle(getTranslation("cancel.title"));
        reason.setLabel(getTranslation("cancel.reason"));
        reason.setItems(CancelReason.values());
        reason.setItemLabelGenerator(one -> getTranslation("cancel.reason." + one));
        reason.setErrorMessage(getTranslation("cancel.reason.missing"));
        reason.setManualValidation(true);
        reason.addClassName("choices");
        words.setLabel(getTranslation("cancel.words"));
        words.setHelperText(getTranslation(
                "cancel.words.helper",
                getTranslation("language."
                        + Objects.requireNonNullElse(visit.attending().spoken(), visit.language()))));
        words.setErrorMessage(getTranslation("cancel.words.missing"));
        words.setManualValidation(true);
        words.setMaxLength(StaffCancellations.LONGEST_WORDS);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setWidthFull();
        var content = new Div(
                new Paragraph(
                        getTranslation("cancel.who", visit.residentName(), Formats.moment(visit.local(), language))),
                reason,
                words);
        content.addClassName("book-form");
        var nearest = cancellations.instead(visit.id());
        if (!nearest.isEmpty()) {
            var times = new Div();
            times.addClassNames("row", "wrap");
            nearest.forEach(slot -> {
                var time = Buttons.line(Formats.moment(slot.start(), language), () -> {
                    close();
                    instead.accept(slot);
                });
                time.addClassName("s");
                times.add(time);
            });
            content.add(new H3(getTranslation("cancel.instead")), times);
        }
        add(content);
        getFooter()
                .add(
                        Buttons.line(getTranslation("cancel.keep"), this::close),
                        Buttons.primary(getTranslation("cancel.do"), this::cancel));
    }

    private void cancel() {
        reason.setInvalid(reason.getValue() == null);
        if (reason.isInvalid()) {
            return;
        }
        var wish = new Cancel(visit.id(), reason.getValue(), words.getValue(), visit.start());
        words.setInvalid(!wish.isTellable());
        if (words.isInvalid()) {
            words.focus();
            return;
        }
        var language = Languages.current();
        switch (cancellations.cancel(wish)) {
            case Booking.Done _ ->
                Told.say(
                        this,
                        visit,
                        getTranslation("cancel.done", visit.residentName(), Formats.moment(visit.local(), language)));
            case Booking.TooLate late
            when !late.visit().start().isEqual(visit.start()) ->
                Say.problem(getTranslation(
                        "board.movedMeanwhile", Formats.moment(late.visit().local(), language)));
            default -> Say.problem(getTranslation("board.tooLate"));
        }
        close();
        cancelled.run();
    }
}
