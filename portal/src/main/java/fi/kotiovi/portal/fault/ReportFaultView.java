package fi.kotiovi.portal.fault;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import fi.kotiovi.domain.attachment.Attachments;
import fi.kotiovi.domain.draft.Drafts;
import fi.kotiovi.domain.fault.FaultCatalogue;
import fi.kotiovi.domain.fault.FaultReports;
import fi.kotiovi.domain.housing.Residents;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;
import fi.kotiovi.portal.shell.Pictogram;
import fi.kotiovi.vocabulary.Danger;
import fi.kotiovi.vocabulary.PlaceZone;
import fi.kotiovi.vocabulary.Urgency;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;

/** Reporting a fault, one question at a time; each step has an address of its own, so that "back" goes one step back. */
@Route("faults/new/:step?(place|problem|details|call)")
@RolesAllowed("RESIDENT")
public class ReportFaultView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    private static final String STEP = "step";
    private static final int STEPS = 4;

    private final transient FaultCatalogue catalogue;
    private final transient FaultReports reports;
    private final transient Attachments attachments;
    private final transient Residents residents;
    private final transient Drafts drafts;

    public ReportFaultView(
            FaultCatalogue catalogue,
            FaultReports reports,
            Attachments attachments,
            Residents residents,
            Drafts drafts) {
        this.catalogue = catalogue;
        this.reports = reports;
        this.attachments = attachments;
        this.residents = residents;
        this.drafts = drafts;
        addClassName("wizard");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var draft = new FaultDraft(drafts);
        var step = event.getRouteParameters().get(STEP).orElse("");
        switch (step) {
            case "call" -> call(draft);
            case "place" -> place(draft);
            case "problem" -> problem(draft, event);
            case "details" -> details(draft, event);
            default -> danger(draft);
        }
    }

    private void step(int number, String title, String backTo) {
        begin(getTranslation(title), backTo);
        var count = new Span(number + " / " + STEPS);
        count.addClassNames("soft", "small", "num", "count");
        count.getElement().setAttribute("aria-label", getTranslation("wizard.step", number, STEPS));
        addComponentAtIndex(1, count);
    }

    private void danger(FaultDraft draft) {
        step(1, "danger.title", "/");
        add(soft(getTranslation("danger.lead")));
        var list = stack();
        Arrays.stream(Danger.values())
                .filter(danger -> danger != Danger.FIRE_OR_PERSON)
                .forEach(danger -> list.add(choice(
                        FaultPictures.ofDanger(danger),
                        getTranslation("danger." + danger.getLiteral()),
                        "danger",
                        () -> {
                            draft.danger(danger);
                            go("place");
                        })));
        var fire = new NativeButton("", click -> {
            draft.danger(Danger.FIRE_OR_PERSON);
            go("call");
        });
        fire.addClassNames("oncall", "fire");
        var words = new Span(getTranslation("danger.FIRE_OR_PERSON"));
        words.addClassName("grow");
        var number = new Span("112");
        number.addClassNames("num", "strong");
        fire.add(Pictogram.FIRE.icon(), words, number);
        add(
                list,
                fire,
                button(
                        getTranslation("danger.none"),
                        () -> {
                            draft.danger(null);
                            go("place");
                        },
                        "line",
                        "wide"));
    }

    /** Fire or a person in danger: the phone call first, our own crew after it. */
    private void call(FaultDraft draft) {
        begin(getTranslation("call.title"), "/faults/new");
        addClassName("call");
        var phone = new Anchor("tel:112", "112");
        phone.addClassNames("btn", "ember", "huge", "num");
        add(soft(getTranslation("call.lead")), phone, soft(getTranslation("call.then")));
        add(button(
                getTranslation("call.next"),
                () -> go(draft.place().isPresent() ? "details" : "place"),
                "line",
                "wide"));
    }

    private void place(FaultDraft draft) {
        removeClassName("call");
        step(2, "place.title", "/faults/new");
        var language = Languages.current();
        var places = draft.danger().isPresent() && draft.problem().isPresent()
                ? catalogue.placesOf(draft.problem().get())
                : catalogue.places();
        for (var zone : PlaceZone.values()) {
            var ofZone = places.stream().filter(place -> place.zone() == zone).toList();
            if (!ofZone.isEmpty()) {
                add(new H2(getTranslation("place." + zone.getLiteral())));
                var tiles = tiles();
                ofZone.forEach(place -> tiles.add(
                        choice(FaultPictures.ofPlace(place.code()), place.name().in(language), "tile", () -> {
                            draft.place(place.code());
                            go(draft.danger().isPresent() ? "details" : "problem");
                        })));
                add(tiles);
            }
        }
    }

    private void problem(FaultDraft draft, BeforeEnterEvent event) {
        if (draft.place().isEmpty()) {
            event.forwardTo(ReportFaultView.class, new RouteParameters(STEP, "place"));
            return;
        }
        step(3, "problem.title", "/faults/new/place");
        add(new ProblemChooser(catalogue, draft.place().get(), problem -> {
            draft.problem(problem.code());
            go(problem.urgency() == Urgency.P0 ? "call" : "details");
        }));
    }

    private void details(FaultDraft draft, BeforeEnterEvent event) {
        var problem = draft.place().flatMap(place -> draft.problem().flatMap(code -> catalogue.problem(place, code)));
        if (problem.isEmpty()) {
            event.forwardTo(ReportFaultView.class, new RouteParameters(STEP, "place"));
            return;
        }
        step(4, "details.title", draft.danger().isPresent() ? "/faults/new/place" : "/faults/new/problem");
        var zone = catalogue.places().stream()
                .filter(place -> place.code().equals(draft.place().orElse("")))
                .findFirst()
                .orElseThrow();
        add(new FaultDetails(draft, problem.get(), zone, attachments, residents, reports));
    }

    private void go(String step) {
        getUI().ifPresent(ui -> ui.navigate(ReportFaultView.class, new RouteParameters(STEP, step)));
    }

    static Div stack(Component... content) {
        var stack = new Div(content);
        stack.addClassName("stack");
        return stack;
    }

    static Div tiles() {
        var tiles = new Div();
        tiles.addClassName("tiles");
        return tiles;
    }

    static NativeButton choice(Pictogram picture, String words, String look, Runnable action) {
        var choice = new NativeButton("", click -> action.run());
        choice.addClassNames("card", "choice", look);
        choice.add(picture.icon(), new Span(words));
        return choice;
    }
}
