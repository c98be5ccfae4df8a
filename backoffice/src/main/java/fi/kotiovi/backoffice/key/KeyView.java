package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.key.Key;
import fi.kotiovi.domain.key.KeyDecisions;
import fi.kotiovi.domain.key.KeyHistory;
import fi.kotiovi.domain.key.KeyLoans;
import fi.kotiovi.domain.key.KeyRegister;
import fi.kotiovi.domain.key.KeyRoom;
import fi.kotiovi.domain.key.KeyWall;
import fi.kotiovi.domain.key.Lending;
import fi.kotiovi.domain.key.Registering;
import fi.kotiovi.vocabulary.KeyState;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One key: where it is, and what can be done with it from there. */
@Route("keys/:id([0-9a-f-]{36})")
@RolesAllowed({"DESK", "MANAGER"})
public class KeyView extends KeyPage implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    private static final Set<KeyState> LOSABLE = Set.of(
            KeyState.IN_STORE, KeyState.RESERVED, KeyState.READY_FOR_PICKUP, KeyState.HANDED_OUT, KeyState.LOANED);
    private static final Set<KeyState> RETIRABLE =
            Set.of(KeyState.IN_STORE, KeyState.LOST, KeyState.BLOCKED, KeyState.REKEY_ORDERED, KeyState.BROKEN);

    private final transient KeyRoom room;
    private final transient KeyRegister register;
    private final transient KeyLoans loans;
    private final transient KeyDecisions decisions;
    private final Div body = new Div();
    private final KeyPast past;
    private final WallPicture wall;
    private UUID id = new UUID(0, 0);

    public KeyView(
            KeyRoom room,
            KeyRegister register,
            KeyLoans loans,
            KeyDecisions decisions,
            KeyHistory history,
            KeyWall walls) {
        super(KeyTabs.Tab.FIND, "key.title");
        this.room = room;
        this.register = register;
        this.loans = loans;
        this.decisions = decisions;
        past = new KeyPast(history);
        wall = new WallPicture(walls);
        body.addClassName("key-page");
        add(body, past, wall);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = UUID.fromString(event.getRouteParameters().get("id").orElseThrow(NotFoundException::new));
        draw(room.one(id).orElseThrow(NotFoundException::new));
    }

    private void again(boolean well, String sentence) {
        answer(well, sentence);
        room.one(id).ifPresent(this::draw);
    }

    private void draw(Key key) {
        body.removeAll();
        body.add(facts(key));
        switch (key.state()) {
            case IN_STORE -> body.add(new LendForm(key, loans, this::again));
            case LOANED -> body.add(act("key.loan.back", () -> back(key)));
            case LOST, BLOCKED -> body.add(act("key.found", () -> found(key)));
            case ORDERED, RESERVED, HANDED_OUT, READY_FOR_PICKUP, REKEY_ORDERED, BROKEN, RETIRED -> {
                // nothing but what every key has
            }
        }
        if (key.state() != KeyState.RETIRED) {
            body.add(new KeyForm(key, register, this::registered));
        }
        body.add(ends(key));
        past.show(id);
        wall.show(Optional.of(key).filter(Key::isHere));
    }

    private Div facts(Key key) {
        var title = new H2(key.tag());
        title.addClassNames("big", "num");
        var what = new Paragraph(getTranslation("key.kind." + key.kind()) + " · " + key.place(Languages.current()));
        var more = new Paragraph(Stream.of(
                        fact("key.fact.hook", key.hook()),
                        fact("key.fact.serial", key.serial()),
                        Optional.of(getTranslation("key.lock." + key.lockSystem())),
                        fact("key.fact.ring", key.bundle()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · ")));
        more.addClassName("soft");
        var state = new Div(KeyWords.state(key));
        state.addClassNames("row", "wrap");
        var holder = key.holder();
        if (holder != null) {
            state.add(new Span(holder));
        }
        var card = card(title, state, what, more);
        if (!key.note().isEmpty()) {
            card.add(new Paragraph(key.note()));
        }
        return card;
    }

    /** Nothing is said of what a key does not have. */
    private Optional<String> fact(String words, @Nullable String value) {
        return Optional.ofNullable(value).filter(known -> !known.isEmpty()).map(known -> getTranslation(words, known));
    }

    private Div act(String text, Runnable action) {
        var row = new Div(Buttons.primary(getTranslation(text), action));
        row.addClassName("row");
        return row;
    }

    /** What ends a key's days here; asked for a second time, for it cannot be undone. */
    private Div ends(Key key) {
        var row = new Div();
        row.addClassNames("row", "wrap");
        if (LOSABLE.contains(key.state())) {
            row.add(new Sure(
                    getTranslation("key.lose"),
                    getTranslation("key.lose.sure", key.tag()),
                    () -> again(decisions.reportLost(id).isPresent(), getTranslation("key.lose.done"))));
        }
        if (RETIRABLE.contains(key.state())) {
            row.add(new Sure(
                    getTranslation("key.retire"),
                    getTranslation("key.retire.sure", key.tag()),
                    () -> registered(register.retire(id, ""))));
        }
        return row;
    }

    private void back(Key key) {
        var done = loans.takeBack(key.id()) instanceof Lending.Done;
        again(done, getTranslation(done ? "key.loan.isBack" : "key.elsewhere", key.tag(), key.hook()));
    }

    private void found(Key key) {
        var done = decisions.found(key.id()).isPresent();
        again(done, getTranslation(done ? "key.found.done" : "key.elsewhere", key.tag(), key.hook()));
    }

    private void registered(Registering outcome) {
        switch (outcome) {
            case Registering.Done _ -> again(true, getTranslation("key.saved"));
            case Registering.NotHere other ->
                again(false, getTranslation("key.elsewhere", other.key().tag(), ""));
            case Registering.NoSuchHook _ -> answer(false, getTranslation("key.hook.none"));
            case Registering.TagTaken taken -> answer(false, getTranslation("key.tag.taken", taken.tag()));
            case Registering.TagUnreadable _ -> answer(false, getTranslation("key.tag.unreadable"));
        }
    }
}
