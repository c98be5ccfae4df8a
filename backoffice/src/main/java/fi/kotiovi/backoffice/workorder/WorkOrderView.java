package fi.kotiovi.backoffice.workorder;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Icon;
import fi.kotiovi.backoffice.shell.KeptText;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.backoffice.shell.Say;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.workorder.Step;
import fi.kotiovi.domain.workorder.Stepping;
import fi.kotiovi.domain.workorder.WorkOrder;
import fi.kotiovi.domain.workorder.WorkOrders;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One job: what, where, how to get in, and the next step as a big button. */
@Route("work")
@RolesAllowed({"CREW", "ON_CALL", "FOREMAN"})
public class WorkOrderView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient WorkOrders workOrders;
    private final transient Attachments attachments;
    private final transient Callers callers;
    private final transient Live live;
    private final Div steps = new Div();
    private String title = "";
    private @Nullable WorkOrder shown;
    private @Nullable StepButtons buttons;

    public WorkOrderView(WorkOrders workOrders, Attachments attachments, Callers callers, Live live) {
        this.workOrders = workOrders;
        this.attachments = attachments;
        this.callers = callers;
        this.live = live;
        addClassNames("work", "work-order");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        var work = find(parameter);
        title = work.job().problem().in(Languages.current());
        var back = new Anchor("work");
        back.add(Icon.BACK.picture());
        back.add(getTranslation("nav.work"));
        back.addClassName("back");
        removeAll();
        add(back, new JobCard(work, new Photos(callers, attachments).of(work)), steps, new DoorCard(work));
        show(work);
        live.watch(this, work, () -> workOrders.one(work.id()).orElse(work), this::changed);
    }

    private WorkOrder find(String parameter) {
        try {
            return workOrders.one(UUID.fromString(parameter)).orElseThrow(NotFoundException::new);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    /** What this page did itself is on it already; a note that is being written must not vanish. */
    private void changed(WorkOrder work) {
        if (work.equals(shown)) {
            return;
        }
        if (buttons != null && buttons.writesFor(work)) {
            shown = work;
        } else {
            show(work);
        }
    }

    private void show(WorkOrder work) {
        shown = work;
        var next = new StepButtons(work, attachments, (step, note, photos) -> step(work, step, note, photos));
        buttons = next;
        steps.removeAll();
        steps.add(next);
    }

    private void step(WorkOrder work, Step step, String note, List<UUID> photos) {
        switch (workOrders.step(work.id(), step, note, photos)) {
            case Stepping.Stepped stepped -> {
                KeptText.forget(this, StepButtons.noteOf(work, step));
                show(stepped.workOrder());
            }
            case Stepping.NotNow now -> {
                Say.problem(getTranslation("work.notNow"));
                show(now.workOrder());
            }
            case Stepping.NoteMissing _ -> Say.problem(getTranslation("work.note.missing"));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Kotiovi";
    }
}
