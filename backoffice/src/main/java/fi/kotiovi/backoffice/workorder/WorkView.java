package fi.kotiovi.backoffice.workorder;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.oncall.AlertCards;
import fi.kotiovi.backoffice.shell.Ages;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Live;
import fi.kotiovi.domain.identity.Callers;
import fi.kotiovi.domain.key.CrewKey;
import fi.kotiovi.domain.key.CrewKeys;
import fi.kotiovi.domain.oncall.Alert;
import fi.kotiovi.domain.workorder.WorkOrder;
import fi.kotiovi.domain.workorder.WorkOrders;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** A crew's day on a phone: what burns, what is mine, what is next, what is done. */
@Route("work")
@RolesAllowed({"CREW", "ON_CALL", "FOREMAN"})
public class WorkView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 30;

    private final transient WorkOrders workOrders;
    private final transient CrewKeys keys;
    private final transient AlertCards alerts;
    private final transient Ages ages;
    private final transient Clock clock;
    private final UUID me;
    private final H1 title = new H1();
    private final Div burning = new Div();
    private final Div lists = new Div();
    private final NativeButton more;
    private int shown = PAGE;

    public WorkView(
            WorkOrders workOrders,
            CrewKeys keys,
            AlertCards alerts,
            Callers callers,
            Ages ages,
            Live live,
            Clock clock) {
        this.workOrders = workOrders;
        this.keys = keys;
        this.alerts = alerts;
        this.ages = ages;
        this.clock = clock;
        me = callers.anybody().id();
        addClassName("work");
        title.getElement().setAttribute("aria-live", "polite");
        more = Buttons.line(getTranslation("more"), () -> {
            shown += PAGE;
            show(look());
        });
        add(title, burning, lists, more);
        var first = look();
        show(first);
        live.watch(this, first, this::look, this::show);
    }

    private Look look() {
        return new Look(
                alerts.waiting(),
                workOrders.open(0, shown),
                workOrders.countOpen(),
                workOrders.lately(),
                keys.mine(),
                clock.instant().truncatedTo(ChronoUnit.MINUTES).toEpochMilli());
    }

    private void show(Look look) {
        var mine =
                look.open.stream().filter(work -> me.equals(work.assigneeId())).toList();
        var others =
                look.open.stream().filter(work -> !me.equals(work.assigneeId())).toList();
        title.setText(
                look.count == 0 ? getTranslation("work.none") : getTranslation("work.open", look.count, mine.size()));
        burning.removeAll();
        burning.setVisible(!look.alerts.isEmpty());
        burning.add(alerts.cards(look.alerts));
        lists.removeAll();
        var late = look.keys.stream().anyMatch(key -> CrewKeyList.isLate(key, clock));
        if (late) {
            lists.add(new CrewKeyList(look.keys, clock));
        }
        section("work.mine", mine);
        if (!late && !look.keys.isEmpty()) {
            lists.add(new CrewKeyList(look.keys, clock));
        }
        section("work.others", others);
        section("work.lately", look.lately);
        if (look.count == 0 && look.alerts.isEmpty()) {
            var calm = new Paragraph(getTranslation("work.none.hint"));
            calm.addClassName("all-well");
            lists.addComponentAsFirst(calm);
        }
        more.setVisible(look.count > shown);
    }

    private void section(String key, List<WorkOrder> works) {
        if (!works.isEmpty()) {
            lists.add(new H2(getTranslation(key)));
            works.forEach(work -> lists.add(new WorkRow(work, me.equals(work.assigneeId()), ages, clock)));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.work") + " · Kotiovi";
    }

    private record Look(
            List<Alert> alerts,
            List<WorkOrder> open,
            int count,
            List<WorkOrder> lately,
            List<CrewKey> keys,
            long minute) {}
}
