package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.domain.key.Handover;
import fi.kotiovi.domain.key.Key;
import fi.kotiovi.domain.key.KeyRoom;
import fi.kotiovi.domain.visit.DeskVisit;
import fi.kotiovi.vocabulary.IdKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Identity, keys, handing over: three steps in the order in which they happen at a counter. */
class KeyHandover extends Div {
    private static final long serialVersionUID = 1;

    private final DeskVisit visit;
    private final UUID home;
    private final transient KeyRoom keyRoom;
    private final transient Runnable changed;
    private final boolean out;
    private final Div keys = new Div();
    private final Span hook = new Span();
    private final Paragraph result = new Paragraph();
    private final NativeButton hand;
    private final Set<UUID> ticked = new HashSet<>();
    private Optional<IdKind> identity = Optional.empty();

    KeyHandover(DeskVisit visit, UUID home, KeyRoom keyRoom, Runnable changed) {
        this.visit = visit;
        this.home = home;
        this.keyRoom = keyRoom;
        this.changed = changed;
        out = visit.type().handsOverKeys();
        addClassName("handover");
        result.addClassName("result");
        result.getElement().setAttribute("role", "status");
        result.setVisible(false);
        hook.addClassNames("num", "hook");
        hand = Buttons.primary("", this::hand);
        hand.addClassName("hand");
        if (out) {
            add(new H2(getTranslation("desk.identity")), identities());
        }
        add(new H2(new Span(getTranslation(out ? "desk.keys" : "desk.keysBack") + " "), hook), keys, result);
        if (out || visit.type().takesKeysBack()) {
            add(hand);
        }
        showKeys(keyRoom.ofHome(home));
    }

    private Div identities() {
        var choice = new Div();
        choice.addClassName("row");
        choice.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("desk.identity"));
        for (var kind : IdKind.values()) {
            var button = Buttons.line(getTranslation("id." + kind), () -> {});
            button.addClassName("s");
            button.getElement().setAttribute("aria-pressed", "false");
            button.addClickListener(event -> {
                identity = Optional.of(kind);
                choice.getChildren().forEach(other -> {
                    other.getElement().setAttribute("aria-pressed", String.valueOf(other.equals(button)));
                });
                updateButton();
            });
            choice.add(button);
        }
        return choice;
    }

    private void showKeys(List<Key> all) {
        keys.removeAll();
        ticked.clear();
        hook.setText(hooks(all));
        if (all.isEmpty()) {
            keys.add(new Paragraph(getTranslation("desk.noKeys")));
        }
        all.forEach(key -> keys.add(new KeyTick(key, isMovable(key), chosen -> {
            if (chosen) {
                ticked.add(key.id());
            } else {
                ticked.remove(key.id());
            }
            updateButton();
        })));
        updateButton();
    }

    private boolean isMovable(Key key) {
        return switch (key.state()) {
            case IN_STORE, RESERVED -> out;
            case HANDED_OUT -> !out && visit.type().takesKeysBack();
            case ORDERED, LOANED, READY_FOR_PICKUP, LOST, BLOCKED, REKEY_ORDERED, BROKEN, RETIRED -> false;
        };
    }

    /** From where to where to look on the wall. */
    private static String hooks(List<Key> keys) {
        var names = keys.stream().map(Key::hook).sorted().distinct().toList();
        return names.size() < 2 ? String.join("", names) : names.getFirst() + "–" + names.getLast();
    }

    private void updateButton() {
        hand.setText(getTranslation(out ? "desk.handOver" : "desk.takeBack", ticked.size()));
        hand.setEnabled(!ticked.isEmpty() && (!out || identity.isPresent()));
    }

    private void hand() {
        var outcome = out
                ? keyRoom.handOver(visit.id(), Set.copyOf(ticked), identity.orElseThrow())
                : keyRoom.takeBack(visit.id(), Set.copyOf(ticked));
        switch (outcome) {
            case Handover.Done done ->
                say("moss", getTranslation(out ? "desk.handed" : "desk.tookBack", tags(done.keys())));
            case Handover.Elsewhere elsewhere -> say("ember", getTranslation("desk.elsewhere", tags(elsewhere.keys())));
            case Handover.NoKeys _ -> say("ember", getTranslation("desk.tickKeys"));
            case Handover.NotServing _ -> say("ember", getTranslation("desk.movedOn"));
        }
        showKeys(keyRoom.ofHome(home));
        changed.run();
    }

    private void say(String tone, String sentence) {
        result.setText(sentence);
        result.setVisible(true);
        result.setClassName("moss", "moss".equals(tone));
        result.setClassName("ember", "ember".equals(tone));
    }

    private static String tags(List<Key> keys) {
        return keys.stream().map(Key::tag).collect(Collectors.joining(", "));
    }
}
