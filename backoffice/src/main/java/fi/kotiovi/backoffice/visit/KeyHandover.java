package fi.kotiovi.backoffice.visit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.key.EarlyPickup;
import fi.kotiovi.backoffice.key.KeyDesk;
import fi.kotiovi.backoffice.key.SignaturePad;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.backoffice.visit.KeyErrand.Way;
import fi.kotiovi.domain.key.Brought;
import fi.kotiovi.domain.key.Handover;
import fi.kotiovi.domain.key.Key;
import fi.kotiovi.vocabulary.IdKind;
import fi.kotiovi.vocabulary.KeyState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Identity, keys, signature, handing over: four steps in the order in which they happen at a counter. */
class KeyHandover extends Div {
    private static final long serialVersionUID = 1;

    private final transient KeyErrand errand;
    private final transient KeyDesk desk;
    private final transient Runnable changed;
    private final boolean out;
    private final Div keys = new Div();
    private final Span hook = new Span();
    private final Paragraph missing = new Paragraph();
    private final Paragraph result = new Paragraph();
    private final Div identification = new Div();
    private final Div signing = new Div();
    private final NativeButton hand;
    private final Set<UUID> ticked = new HashSet<>();
    private List<Key> movable = List.of();
    private SignaturePad pad;
    private Optional<IdKind> identity = Optional.empty();

    KeyHandover(KeyErrand errand, KeyDesk desk, Runnable changed) {
        this.errand = errand;
        this.desk = desk;
        this.changed = changed;
        out = errand.way() == Way.OUT;
        addClassName("handover");
        result.addClassName("result");
        result.getElement().setAttribute("role", "status");
        result.setVisible(false);
        missing.addClassNames("result", "sun");
        hook.addClassNames("num", "hook");
        hand = Buttons.primary("", this::hand);
        hand.addClassName("hand");
        pad = new SignaturePad(errand.resident(), this::updateButton);
        if (out) {
            add(new EarlyPickup(errand, desk.mayAgree(), this::updateButton));
            identification.add(new H2(getTranslation("desk.identity")), identities());
            add(identification);
        }
        add(new H2(new Span(getTranslation(out ? "desk.keys" : "desk.keysBack") + " "), hook), keys, missing);
        if (errand.way() == Way.LOST) {
            var hint = new Paragraph(getTranslation("desk.lostHint"));
            hint.addClassName("soft");
            add(hint);
        }
        signing.add(new H2(getTranslation(out ? "desk.sign" : "desk.signBack")), pad);
        add(signing, result);
        if (errand.way() != Way.NONE && errand.way() != Way.LOST) {
            add(hand);
        }
        showKeys(desk.room().ofHome(errand.home()));
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
        movable = all.stream().filter(this::isMovable).toList();
        hook.setText(hooks(movable));
        if (all.isEmpty()) {
            keys.add(new Paragraph(getTranslation("desk.noKeys")));
        }
        // what can be ticked comes first, in hook order
        Stream.concat(movable.stream(), all.stream().filter(key -> !isMovable(key)))
                .forEach(key -> keys.add(new KeyTick(key, isMovable(key), errand.way() == Way.LOST, chosen -> {
                    if (chosen) {
                        ticked.add(key.id());
                    } else {
                        ticked.remove(key.id());
                    }
                    updateButton();
                })));
        identification.setVisible(!movable.isEmpty());
        signing.setVisible(!movable.isEmpty());
        hand.setVisible(!movable.isEmpty());
        updateButton();
    }

    private boolean isMovable(Key key) {
        return switch (key.state()) {
            case IN_STORE, RESERVED, READY_FOR_PICKUP -> out;
            case HANDED_OUT -> errand.way() == Way.BACK || errand.way() == Way.BROKEN;
            case ORDERED, LOANED, LOST, BLOCKED, REKEY_ORDERED, BROKEN, RETIRED -> false;
        };
    }

    /** From where to where to look on the wall. */
    private static String hooks(List<Key> keys) {
        var names = keys.stream()
                .map(Key::hook)
                .filter(name -> !name.isEmpty())
                .sorted()
                .distinct()
                .toList();
        return names.size() < 2 ? String.join("", names) : names.getFirst() + "–" + names.getLast();
    }

    /** A key that is not ticked at a return is missing; at a broken key's, it is simply not spoken of. */
    private Set<UUID> notBrought() {
        return errand.way() != Way.BACK
                ? Set.of()
                : movable.stream()
                        .filter(key -> key.state() == KeyState.HANDED_OUT && !ticked.contains(key.id()))
                        .map(Key::id)
                        .collect(Collectors.toSet());
    }

    private void updateButton() {
        hand.setText(getTranslation(out ? "desk.handOver" : "desk.takeBack", ticked.size()));
        hand.setEnabled(!ticked.isEmpty() && (!out || identity.isPresent()) && pad.isGiven());
        var absent = notBrought();
        missing.setVisible(!absent.isEmpty() && !ticked.isEmpty());
        missing.setText(getTranslation(
                "desk.missing",
                absent.size(),
                tags(movable.stream().filter(key -> absent.contains(key.id())).toList())));
    }

    private void hand() {
        var signature = pad.value();
        switch (out
                ? errand.give(Set.copyOf(ticked), identity.orElseThrow(), signature)
                : errand.take(brought(), signature)) {
            case Handover.Done done -> done(done);
            case Handover.Elsewhere elsewhere -> say("ember", getTranslation("desk.elsewhere", tags(elsewhere.keys())));
            case Handover.NotOfThisHome other -> say("ember", getTranslation("desk.otherHome", tags(other.keys())));
            case Handover.NoKeys _ -> say("ember", getTranslation("desk.tickKeys"));
            case Handover.NotServing _ -> say("ember", getTranslation("desk.movedOn"));
            case Handover.NotSigned _ -> say("ember", getTranslation("desk.notSigned"));
            case Handover.NoLease _ -> say("ember", getTranslation("desk.noLease"));
            case Handover.TooEarly early ->
                say("ember", getTranslation("desk.tooEarly", Formats.day(early.leaseStart(), Languages.current())));
        }
        changed.run();
    }

    private Brought brought() {
        var broken = errand.way() == Way.BROKEN;
        return new Brought(broken ? Set.of() : ticked, broken ? ticked : Set.of(), notBrought());
    }

    private void done(Handover.Done done) {
        var moved = done.keys().stream()
                .filter(key -> out || key.state() != KeyState.HANDED_OUT)
                .toList();
        say(
                "moss",
                getTranslation(out ? "desk.handed" : "desk.tookBack", tags(moved)) + " "
                        + getTranslation("desk.receipt", done.number()));
        pad = new SignaturePad(errand.resident(), this::updateButton);
        signing.removeAll();
        signing.add(new H2(getTranslation(out ? "desk.sign" : "desk.signBack")), pad);
        showKeys(desk.room().ofHome(errand.home()));
    }

    private void say(String tone, String sentence) {
        result.setText(sentence);
        result.setVisible(true);
        result.setClassName("moss", "moss".equals(tone));
        result.setClassName("ember", "ember".equals(tone));
    }

    /** With hyphens that keep a tag on one line. */
    private static String tags(List<Key> keys) {
        return keys.stream().map(key -> key.tag().replace('-', '\u2011')).collect(Collectors.joining(", "));
    }
}
