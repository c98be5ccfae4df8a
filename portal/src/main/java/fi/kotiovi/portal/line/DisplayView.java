package fi.kotiovi.portal.line;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
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
import fi.kotiovi.domain.line.Board;
import fi.kotiovi.domain.line.Lines;
import fi.kotiovi.domain.line.OfficeLine;
import fi.kotiovi.portal.shell.Live;
import fi.kotiovi.vocabulary.TicketState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The board on the wall of a hall: which number goes to which counter. Numbers only, three languages at once. */
@Route(value = "display/:office", autoLayout = false)
@AnonymousAllowed
public class DisplayView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int CALLED_SHOWN = 5;
    private static final int NEXT_SHOWN = 10;
    private static final int BEAT_SECONDS = 4;

    private final transient Lines lines;
    private final transient Live live;
    private final transient Clock clock;
    private final Div called = new Div();
    private final Div next = new Div();
    private final Paragraph waiting = new Paragraph();
    private final Paragraph stale = new Paragraph();
    private final Span wall = new Span();
    private Optional<OfficeLine> line = Optional.empty();
    private List<String> heard = new ArrayList<>();

    public DisplayView(Lines lines, Live live, Clock clock) {
        this.lines = lines;
        this.live = live;
        this.clock = clock;
        addClassName("board");
        stale.addClassName("board-stale");
        stale.setText(getTranslation("display.stale"));
        stale.getElement().setAttribute("role", "alert").setAttribute("hidden", true);
        called.addClassName("board-called");
        called.getElement().setAttribute("role", "status");
        next.addClassNames("board-next", "num");
        waiting.addClassName("board-waiting");
        wall.addClassNames("num", "board-clock");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var office = Halls.of(event, lines);
        line = Optional.of(office);
        removeAll();
        var name = new H1(LineWords.name(office));
        var sound = new NativeButton(getTranslation("display.sound.on"));
        sound.addClassNames("btn", "line", "s", "board-sound");
        sound.getElement().executeJs(BoardScript.SOUND, getElement(), getTranslation("display.sound.ready"));
        var top = new Header(name, sound, wall);
        var main = new Main(stale, called, new H2(getTranslation("display.next")), next, waiting);
        add(top, main);
        var board = lines.board(office.office());
        heard = calls(board);
        show(board);
        live.watch(this, () -> List.of(lines.board(office.office()), beat()), () -> {
            show(lines.board(office.office()));
            getElement().executeJs("this.beat = Date.now()");
        });
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(BoardScript.WATCH, (double) clock.millis(), wall.getElement(), stale.getElement());
    }

    /** Says every few seconds that the line to the server holds, even while nobody is called. */
    private long beat() {
        return clock.instant().getEpochSecond() / BEAT_SECONDS;
    }

    private void show(Board board) {
        called.removeAll();
        board.called().stream().limit(CALLED_SHOWN).forEach(at -> called.add(row(at)));
        if (board.called().isEmpty()) {
            var nobody = new Paragraph(getTranslation("display.nobody"));
            nobody.addClassName("board-nobody");
            called.add(nobody);
        }
        next.removeAll();
        board.waiting().stream().limit(NEXT_SHOWN).map(Span::new).forEach(next::add);
        waiting.setText(getTranslation("display.waiting", board.waiting().size()));
        var now = calls(board);
        if (!heard.containsAll(now)) {
            getElement().executeJs("this.ring?.()");
        }
        heard = now;
    }

    private Component row(Board.AtCounter at) {
        var number = new Span(at.label());
        number.addClassNames("num", "board-number");
        var counter = new Span(getTranslation("display.counter", at.counter()));
        counter.addClassNames("num", "board-counter");
        var row = new Div(number, counter);
        row.addClassName("board-row");
        row.setClassName("new", at.state() == TicketState.CALLED);
        return row;
    }

    /** A second call of the same number is a new sound. */
    private static List<String> calls(Board board) {
        return new ArrayList<>(
                board.called().stream().map(at -> at.label() + "/" + at.calls()).toList());
    }

    @Override
    public String getPageTitle() {
        return line.map(LineWords::name).map(name -> name + " – Kotiovi").orElse("Kotiovi");
    }
}
