package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.backoffice.shell.Shortcuts;
import fi.kotiovi.domain.contact.HandingOver;
import fi.kotiovi.domain.contact.Handovers;
import java.util.List;
import java.util.function.BiFunction;

/** To which team or which colleague at work, and why. */
class HandOverDialog extends Dialog {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 500;

    private final transient BiFunction<Handovers.Target, String, HandingOver> give;
    private final Select<Handovers.Target> to = new Select<>();
    private final TextArea why = new TextArea();

    /** {@code give} does it and tells what came of it; the dialog closes unless something can be put right here. */
    HandOverDialog(List<Handovers.Target> targets, BiFunction<Handovers.Target, String, HandingOver> give) {
        this.give = give;
        addClassName("words");
        setHeaderTitle(getTranslation("contact.handOver.title"));
        to.setLabel(getTranslation("contact.handOver.to"));
        to.setItems(targets);
        to.setItemLabelGenerator(
                target -> target.isTeam() ? getTranslation("contact.handOver.team", target.name()) : target.name());
        to.setWidthFull();
        why.setLabel(getTranslation("contact.handOver.why"));
        why.setMaxLength(LONGEST);
        why.setMinRows(3);
        why.setWidthFull();
        var content = new Div(to, why);
        content.addClassName("stack");
        if (targets.isEmpty()) {
            content.removeAll();
            content.add(new Paragraph(getTranslation("contact.handOver.nobody")));
        }
        add(content);
        var confirm = Buttons.primary(getTranslation("contact.handOver.do"), this::confirm);
        confirm.setVisible(!targets.isEmpty());
        Shortcuts.submit(confirm, why);
        getFooter().add(Buttons.line(getTranslation("cancel"), this::close), confirm);
    }

    private void confirm() {
        var target = to.getValue();
        to.setErrorMessage(getTranslation("contact.handOver.to.missing"));
        to.setInvalid(target == null);
        if (target == null) {
            return;
        }
        switch (give.apply(target, why.getValue())) {
            case NO_REASON -> {
                why.setErrorMessage(getTranslation("contact.handBack.missing"));
                why.setInvalid(true);
                why.focus();
            }
            case NOBODY_THERE -> {
                to.setErrorMessage(getTranslation("contact.handOver.gone"));
                to.setInvalid(true);
            }
            case DONE, NOT_IN_HAND -> close();
        }
    }
}
