package fi.kotiovi.backoffice.contact;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import fi.kotiovi.backoffice.shell.Buttons;
import fi.kotiovi.domain.contact.InHand;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is in hand when there are chats: whose turn it is in each, and one more while there is room. */
class HandTabs extends Div {
    private static final long serialVersionUID = 1;

    private final transient Consumer<UUID> choose;
    private final transient Runnable another;

    HandTabs(Consumer<UUID> choose, Runnable another) {
        this.choose = choose;
        this.another = another;
        addClassName("hands");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("chat.hands"));
    }

    /** {@code waiting} is how many more could be taken now. */
    void show(List<InHand> hands, @Nullable UUID open, int waiting) {
        removeAll();
        setVisible(hands.size() > 1 || waiting > 0);
        hands.forEach(hand -> add(tab(hand, hand.id().equals(open))));
        if (waiting > 0) {
            var take = Buttons.line(getTranslation("chat.another", waiting), another);
            take.addClassName("s");
            add(take);
        }
    }

    private NativeButton tab(InHand hand, boolean isOpen) {
        var name = hand.contact().residentName();
        var tab = Buttons.line("", () -> choose.accept(hand.id()));
        tab.add(new Span(name == null ? getTranslation("queue.unknown") : name));
        var talk = hand.talk();
        if (hand.isChat() && talk != null && talk.waitsForUs() && !isOpen) {
            var waits = new Span(getTranslation("chat.waits"));
            waits.addClassNames("pill", "sun");
            tab.add(waits);
        }
        tab.addClassName("s");
        tab.getElement().setAttribute("aria-pressed", String.valueOf(isOpen));
        return tab;
    }
}
