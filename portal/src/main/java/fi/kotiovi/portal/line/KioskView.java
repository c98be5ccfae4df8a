package fi.kotiovi.portal.line;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.kotiovi.domain.line.Arriving;
import fi.kotiovi.domain.line.Kiosk;
import fi.kotiovi.domain.line.Lines;
import fi.kotiovi.domain.line.Matter;
import fi.kotiovi.domain.line.MyPlace;
import fi.kotiovi.domain.line.OfficeLine;
import fi.kotiovi.domain.line.Taking;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Live;
import fi.kotiovi.portal.shell.Settings;
import fi.kotiovi.vocabulary.Language;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;

/** The device at the door: pick a matter and get a number, or say that one has booked. Big, and without a sign-in. */
@Route(value = "kiosk/:office", autoLayout = false)
@AnonymousAllowed
public class KioskView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int IDLE_MILLIS = 45_000;

    /** Only where the next visitor waits behind: on one's own telephone nothing goes away by itself. */
    private static final String BACK_WHEN_IDLE = "const it = this; if (matchMedia('(min-width: 641px)').matches)"
            + " setTimeout(() => { if (it.isConnected) it.click() }, $0)";

    private final transient Kiosk kiosk;
    private final transient Lines lines;
    private final transient MyPlace places;
    private final transient Live live;
    private final String portalUrl;
    private final Main content = new Main();
    private final Header top = new Header();
    private String code = "";
    private boolean atStart = true;
    private Language home = Language.FI;

    public KioskView(
            Kiosk kiosk, Lines lines, MyPlace places, Live live, @Value("${" + Settings.PORTAL_URL + "}") String url) {
        this.kiosk = kiosk;
        this.lines = lines;
        this.places = places;
        this.live = live;
        portalUrl = url;
        addClassName("kiosk");
        add(top, content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = Halls.of(event, lines).code();
        home = Languages.current();
        live.watch(this, this::look, () -> {
            if (atStart) {
                start();
            }
        });
        start();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().executeJs("document.documentElement.lang = $0", locale(Languages.current()));
    }

    private Object look() {
        var line = line();
        return List.of(line.isOpen(), lines.board(line.office()).waiting().size());
    }

    private OfficeLine line() {
        return lines.of(code).orElseThrow();
    }

    private void start() {
        var line = line();
        page(true, getTranslation(line.isOpen() ? "kiosk.title" : "kiosk.closed"));
        if (line.isOpen()) {
            var waiting = lines.board(line.office()).waiting().size();
            var tiles = new Div();
            tiles.addClassNames("tiles", "kiosk-tiles");
            kiosk.matters().forEach(matter -> tiles.add(tile(matter)));
            content.add(lead(getTranslation("kiosk.waiting", waiting)), tiles);
        } else {
            var next = lead(LineWords.next(this, line.opensAt()));
            next.addClassName("closed");
            content.add(next, lead(getTranslation("kiosk.closed.else")));
        }
        content.add(button("kiosk.booked", this::askForCode, line.isOpen() ? "quiet" : "first"));
    }

    private NativeButton tile(Matter matter) {
        var name = new Span(matter.name().in(Languages.current()));
        var tile = new NativeButton("", click -> take(matter));
        tile.addClassNames("card", "choice", "tile");
        tile.add(Matters.picture(matter.code()), name);
        return tile;
    }

    private void take(Matter matter) {
        switch (kiosk.take(line().office(), matter.code(), Languages.current(), Halls.address())) {
            case Taking.Taken taken -> number(taken.label(), taken.secret(), getTranslation("kiosk.number"));
            case Taking.Closed closed -> refuse("kiosk.closed", LineWords.next(this, closed.opensAt()));
            case Taking.AllGiven all -> refuse("kiosk.allgiven", LineWords.next(this, all.opensAt()));
            case Taking.TooMany _ -> refuse("kiosk.toomany", getTranslation("kiosk.toomany.hint"));
        }
    }

    private void askForCode() {
        page(false, getTranslation("kiosk.code.title"));
        content.add(new CodePad(this::arrive), button("kiosk.back", this::restart, "line", "idle"));
    }

    private void arrive(String typed) {
        switch (kiosk.arrive(typed, line().office(), Halls.address())) {
            case Arriving.InTime in -> number(in.label(), in.secret(), getTranslation("kiosk.intime"));
            case Arriving.Late late -> number(late.label(), late.secret(), getTranslation("kiosk.late"));
            case Arriving.AlreadyIn in -> number(in.label(), in.secret(), getTranslation("kiosk.already"));
            case Arriving refused -> {
                var said = ArrivalWords.of(this, refused);
                refuse(said.title(), said.hint());
            }
        }
    }

    private void number(String label, String secret, String heading) {
        page(false, heading);
        var big = new Paragraph(label);
        big.addClassNames("ticket-number", "num");
        var place = places.of(secret).orElseThrow();
        var url = portalUrl + "/line/" + secret;
        var wait = lead(LineWords.ahead(this, place.ahead()) + " " + LineWords.waiting(this, place.waiting()));
        var words = new Div(lead(getTranslation("kiosk.follow")), hint(getTranslation("kiosk.follow.hint")));
        var follow = new Div(new QrCode(url, getTranslation("kiosk.qr")), words);
        follow.addClassNames("follow", "card");
        var open = new Anchor("/line/" + secret, getTranslation("kiosk.open"));
        open.addClassNames("btn", "quiet", "phone-only");
        var buttons = new Div(
                button("kiosk.print", () -> getElement().executeJs("window.print()"), "line"),
                button("kiosk.done", this::restart, "first", "idle"));
        buttons.addClassNames("pair", "big-screen-only");
        content.add(big, wait, follow, open, buttons);
    }

    private void refuse(String titleKey, String hint) {
        page(false, getTranslation(titleKey));
        content.add(lead(hint), button("kiosk.back", this::restart, "first", "idle"));
    }

    /** Begins a page; each has its heading, and the languages above it. */
    private void page(boolean start, String heading) {
        atStart = start;
        top.removeAll();
        var office = new Span(LineWords.name(line()));
        office.addClassNames("strong", "grow");
        top.add(office);
        for (var language : Language.values()) {
            top.add(languageButton(language));
        }
        content.removeAll();
        var title = new H1(heading);
        title.getElement().setAttribute("tabindex", "-1");
        content.add(title);
        if (!start) {
            title.getElement().executeJs("this.focus({preventScroll: true}); window.scrollTo(0, 0)");
        }
    }

    private NativeButton languageButton(Language language) {
        var button = new NativeButton(getTranslation("kiosk.language." + language), click -> speak(language));
        button.addClassName("language");
        button.getElement().setAttribute("lang", locale(language));
        if (language == Languages.current()) {
            button.getElement().setAttribute("aria-current", "true");
        }
        return button;
    }

    /** The next visitor finds the device in its own language again: the choice is kept nowhere. */
    private void restart() {
        speak(home);
    }

    private void speak(Language language) {
        getUI().ifPresent(ui -> {
            ui.setLocale(Languages.locale(language));
            ui.getPage().executeJs("document.documentElement.lang = $0", locale(language));
        });
        start();
    }

    private static String locale(Language language) {
        return Languages.locale(language).getLanguage();
    }

    private NativeButton button(String key, Runnable action, String... looks) {
        var button = new NativeButton(getTranslation(key), click -> action.run());
        button.addClassNames("btn", "wide");
        button.addClassNames(looks);
        if (button.hasClassName("idle")) {
            button.getElement().executeJs(BACK_WHEN_IDLE, IDLE_MILLIS);
        }
        return button;
    }

    private static Paragraph lead(String text) {
        var lead = new Paragraph(text);
        lead.addClassName("lead");
        return lead;
    }

    private static Component hint(String text) {
        var hint = new Paragraph(text);
        hint.addClassName("soft");
        return hint;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("kiosk.page") + " – Kotiovi";
    }
}
