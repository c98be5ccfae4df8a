package fi.kotiovi.backoffice.key;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Formats;
import fi.kotiovi.backoffice.shell.Languages;
import fi.kotiovi.domain.key.KeyHistory;
import fi.kotiovi.domain.key.KeyStep;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a key has been, the latest first, a page at a time. */
class KeyPast extends Div {
    private static final long serialVersionUID = 1;
    private static final int PAGE = 12;

    private final transient KeyHistory history;
    private final OrderedList list = new OrderedList();
    private final NativeButton more;
    private UUID key = new UUID(0, 0);
    private int shown = PAGE;

    KeyPast(KeyHistory history) {
        this.history = history;
        addClassNames("card", "key-card", "key-past");
        list.addClassName("plain");
        more = Buttons.line(getTranslation("more"), () -> {
            shown += PAGE;
            draw();
        });
        add(new H3(getTranslation("key.past")), list, more);
    }

    void show(UUID of) {
        if (!of.equals(key)) {
            key = of;
            shown = PAGE;
        }
        draw();
    }

    private void draw() {
        var steps = history.newestFirst(key, 0, shown + 1);
        list.removeAll();
        steps.stream().limit(shown).forEach(step -> list.add(line(step)));
        more.setVisible(steps.size() > shown);
        setVisible(!steps.isEmpty());
    }

    private ListItem line(KeyStep step) {
        var when = new Span(Formats.dated(step.at(), Languages.current()));
        when.addClassNames("num", "soft");
        var what = new Span(Stream.of(
                        Optional.of(getTranslation("key.step." + step.kind())),
                        Optional.ofNullable(step.with()),
                        Optional.ofNullable(step.idKind()).map(kind -> getTranslation("id." + kind)),
                        Optional.ofNullable(step.receipt()),
                        Optional.of(step.note()))
                .flatMap(Optional::stream)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · ")));
        what.addClassName("grow");
        var line = new ListItem(when, what);
        Optional.ofNullable(step.by()).ifPresent(name -> {
            var by = new Span(name);
            by.addClassName("soft");
            line.add(by);
        });
        return line;
    }
}
