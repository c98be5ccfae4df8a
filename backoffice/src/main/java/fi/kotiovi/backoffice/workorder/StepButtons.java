package fi.kotiovi.backoffice.workorder;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.KeptText;
import fi.kotiovi.backoffice.shell.Pill;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.workorder.Step;
import fi.kotiovi.domain.workorder.WorkOrder;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done from here, the likeliest first and biggest. Finishing asks what was done, for the resident reads it. */
class StepButtons extends Section {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 2_000;

    private final transient Taken taken;
    private final transient Attachments attachments;
    private final WorkOrder work;
    private @Nullable Step asked;

    StepButtons(WorkOrder work, Attachments attachments, Taken taken) {
        this.work = work;
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

    /** Whether somebody writes a note here that could still be sent when the work stands so. */
    boolean writesFor(WorkOrder now) {
        return asked != null && asked.isPossibleFrom(now.state());
    }

    /** The name under which the device keeps the note of a step. */
    static String noteOf(WorkOrder work, Step step) {
        return "kotiovi-note-" + work.id() + "-" + step;
    }

    private void askForNote(Step step) {
        asked = step;
        removeAll();
        var note = new TextArea(getTranslation("work.note." + step));
        note.setMaxLength(LONGEST);
        note.setMinRows(3);
        note.setWidthFull();
        KeptText.in(note, noteOf(work, step));
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
