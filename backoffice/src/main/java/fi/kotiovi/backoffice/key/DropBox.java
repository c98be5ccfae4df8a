package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.domain.key.Brought;
import fi.kotiovi.domain.key.Handover;
import fi.kotiovi.domain.key.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keys that came in an envelope, without a visit: the tags and the name that stands on it. */
class DropBox extends Div {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_NAME = 120;

    private final transient KeyDesk desk;
    private final TextField tags = new TextField();
    private final TextField name = new TextField();
    private final Paragraph result = new Paragraph();

    DropBox(KeyDesk desk) {
        this.desk = desk;
        addClassNames("card", "key-card", "drop-box");
        tags.setLabel(getTranslation("key.box.tags"));
        tags.addClassName("grow");
        name.setLabel(getTranslation("key.box.name"));
        name.setMaxLength(LONGEST_NAME);
        result.addClassName("result");
        result.getElement().setAttribute("role", "status");
        result.setVisible(false);
        var hint = new Paragraph(getTranslation("key.box.hint"));
        hint.addClassName("soft");
        var row = new Div(tags, name, Buttons.primary(getTranslation("key.box.do"), this::take));
        row.addClassNames("row", "wrap", "fields");
        add(new H2(getTranslation("key.box.title")), hint, row, result);
    }

    private void take() {
        var unknown = new ArrayList<String>();
        var keys = tags.getValue().strip().split("[\\s,;]+", -1);
        var found = new HashSet<UUID>();
        for (var typed : keys) {
            desk.room().find(typed).stream()
                    .filter(key -> key.tag().equalsIgnoreCase(typed.matches("\\d+") ? "K-" + typed : typed))
                    .findFirst()
                    .ifPresentOrElse(key -> found.add(key.id()), () -> unknown.add(typed));
        }
        tags.setErrorMessage(getTranslation("key.box.unknown", String.join(", ", unknown)));
        tags.setInvalid(!unknown.isEmpty());
        name.setErrorMessage(getTranslation("key.box.name.missing"));
        name.setInvalid(name.getValue().strip().length() < 2);
        if (!tags.isInvalid() && !name.isInvalid()) {
            show(desk.handovers().takeFromBox(new Brought(found, Set.of(), Set.of()), name.getValue()));
        }
    }

    private void show(Handover outcome) {
        switch (outcome) {
            case Handover.Done done -> {
                say(true, getTranslation("key.box.done", list(done.keys()), done.number()));
                tags.clear();
                name.clear();
            }
            case Handover.Elsewhere elsewhere ->
                say(false, getTranslation("key.box.elsewhere", list(elsewhere.keys())));
            case Handover.NotOfThisHome other -> say(false, getTranslation("key.box.elsewhere", list(other.keys())));
            case Handover.NoKeys _, Handover.NotServing _, Handover.NoLease _, Handover.TooEarly _ ->
                say(false, getTranslation("desk.tickKeys"));
            case Handover.NotSigned _ -> name.setInvalid(true);
        }
    }

    private void say(boolean well, String sentence) {
        result.setText(sentence);
        result.setVisible(true);
        result.setClassName("moss", well);
        result.setClassName("ember", !well);
    }

    private static String list(List<Key> keys) {
        return keys.stream().map(Key::tag).collect(Collectors.joining(", "));
    }
}
