package fi.kotiovi.portal.key;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fi.kotiovi.domain.key.KeyWishes;
import fi.kotiovi.domain.key.Wishing;
import fi.kotiovi.portal.shell.Languages;
import fi.kotiovi.portal.shell.Page;
import fi.kotiovi.portal.shell.Typed;
import fi.kotiovi.vocabulary.KeyKind;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;

/** Asking for more keys, in writing: which, how many, what for; and what it costs and how long it takes, before it is sent. */
@Route("keys/order")
@RolesAllowed("RESIDENT")
public class OrderKeyView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;

    private final transient KeyWishes wishes;
    private final UUID form = UUID.randomUUID();
    private final RadioButtonGroup<KeyKind> kind = new RadioButtonGroup<>();
    private final IntegerField pieces = new IntegerField();
    private final TextArea reason = new TextArea();
    private final Paragraph said = new Paragraph();

    public OrderKeyView(KeyWishes wishes) {
        this.wishes = wishes;
        addClassName("form");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        begin(getTranslation("keys.order.title"), "/keys");
        var home = wishes.home();
        if (home.isEmpty()) {
            add(new Paragraph(getTranslation("keys.order.notYours")));
            return;
        }
        add(soft(home.get().address().in(Languages.current())), new Paragraph(getTranslation("keys.order.lead")));
        which();
        howMany();
        whatFor();
        said.addClassName("problem");
        said.getElement().setAttribute("role", "alert");
        said.setVisible(false);
        add(facts(), said, button(getTranslation("keys.order.send"), this::send, "wide"));
    }

    private void which() {
        kind.setLabel(getTranslation("keys.order.kind"));
        kind.setItems(KeyWishes.KINDS);
        kind.setItemLabelGenerator(one -> getTranslation("key.kind." + one));
        kind.setValue(KeyKind.FLAT);
        kind.addClassName("choices");
        add(kind);
    }

    private void howMany() {
        pieces.setLabel(getTranslation("keys.order.pieces"));
        pieces.setMin(1);
        pieces.setMax(KeyWishes.MOST_PIECES);
        pieces.setStepButtonsVisible(true);
        pieces.setValue(1);
        add(pieces);
    }

    private void whatFor() {
        reason.setLabel(getTranslation("keys.order.reason"));
        reason.setHelperText(getTranslation("keys.order.reason.helper"));
        reason.setMinRows(2);
        reason.setMaxRows(6);
        reason.addValueChangeListener(changed -> reason.setInvalid(false));
        add(reason);
    }

    private Div facts() {
        var facts = new Div();
        facts.addClassNames("card", "facts");
        for (var word : List.of("keys.order.pays", "keys.order.time", "keys.order.copy")) {
            facts.add(new Paragraph(getTranslation(word)));
        }
        return facts;
    }

    private void send() {
        said.setVisible(false);
        var many = pieces.getValue();
        switch (wishes.ask(form, kind.getValue(), many == null ? 0 : many, Typed.keepable(reason.getValue()))) {
            case Wishing.Asked _ -> UI.getCurrent().navigate("keys", QueryParameters.of("new", ""));
            case Wishing.Incomplete incomplete -> incomplete.gaps().forEach(this::show);
            case Wishing.AlreadyAsked _ -> say(getTranslation("keys.order.already"));
            case Wishing.Enough enough -> say(getTranslation("keys.order.enough", enough.underWay(), enough.most()));
            case Wishing.NotYours _ -> say(getTranslation("keys.order.notYours"));
        }
    }

    private void show(Wishing.Gap gap) {
        var words = getTranslation("keys.order.gap." + gap);
        switch (gap) {
            case PIECES -> {
                pieces.setErrorMessage(words);
                pieces.setInvalid(true);
            }
            case REASON_MISSING, REASON_TOO_LONG -> {
                reason.setErrorMessage(words);
                reason.setInvalid(true);
                reason.focus();
            }
        }
    }

    private void say(String sentence) {
        said.setText(sentence);
        said.setVisible(true);
    }
}
