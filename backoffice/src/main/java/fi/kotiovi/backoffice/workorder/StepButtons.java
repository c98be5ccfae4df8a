package fi.kotiovi.backoffice.workorder;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.workorder.Step;
import fi.kotiovi.domain.workorder.WorkOrder;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What can be done from here, the likeliest first and biggest. Finishing asks what was done, for the resident reads it. */
class StepButtons extends Section {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 2_000;

    private final transient Taken taken;
    private final transient Attachments attachments;

    StepButtons(WorkOrder work, Attachments attachments, Taken taken) {
        this.taken = taken;
        this.attachments = attachments;
        addClassName("steps");
        getElement().setAttribute("aria-live", "polite");
        add(new Pill(getTranslation("work.state." + work.state()), WorkRow.tone(work)));
        if (!work.doneNote().isBlank()) {
            var note = new Paragraph(work.doneNote());
            note.addClassName("typed");
            add(note);
        }
        var possible = Arrays.stream(Step.values())
                .filter(step -> step.isPossibleFrom(work.state()))
                .toList();
        var first = possible.isEmpty() ? null : likeliest(possible);
        possible.stream().filter(step -> step == first).forEach(step -> add(button(step, true)));
        var rest = new Div();
        rest.addClassNames("row", "two");
        possible.stream().filter(step -> step != first).forEach(step -> rest.add(button(step, false)));
        add(rest);
    }

    /** The step that follows from where the work stands; not being let in never is. */
    private static Step likeliest(List<Step> possible) {
        return possible.stream()
                .filter(step -> step != Step.NO_ACCESS)
                .findFirst()
                .orElse(possible.getFirst());
    }

    private NativeButton button(Step step, boolean big) {
        var text = getTranslation("work.step." + step);
        Runnable action = step == Step.FINISH || step == Step.NO_ACCESS
                ? () -> askForNote(step)
                : () -> taken.step(step, "", List.of());
        var button = big ? Buttons.primary(text, action) : Buttons.line(text, action);
        button.setClassName("huge", big);
        return button;
    }

    private void askForNote(Step step) {
        removeAll();
        var note = new TextArea(getTranslation("work.note." + step));
        note.setMaxLength(LONGEST);
        note.setMinRows(3);
        note.setWidthFull();
        note.setHelperText(getTranslation("work.note.hint"));
        var photos = new PhotoUpload(attachments);
        var done = Buttons.primary(getTranslation("work.step." + step), () -> {
            if (step == Step.FINISH && note.getValue().isBlank()) {
                note.setErrorMessage(getTranslation("work.note.missing"));
                note.setInvalid(true);
                note.focus();
            } else {
                taken.step(step, note.getValue().strip(), photos.kept());
            }
        });
        done.addClassName("huge");
        add(note, photos, done);
        note.focus();
    }

    /** A step was chosen, with what the resident should know of it. */
    @FunctionalInterface
    interface Taken {
        void step(Step step, String note, List<UUID> photos);
    }
}
