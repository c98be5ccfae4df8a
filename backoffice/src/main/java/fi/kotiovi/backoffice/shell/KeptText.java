package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;

/**
 * Keeps on the device what is being typed into a field until it has been sent: a crew in a cellar loses the network and
 * the session more often than it loses the telephone.
 */
public final class KeptText {
    private static final String RESTORE = """
            const field = this, name = $0;
            const kept = localStorage.getItem(name);
            if (kept && !field.value) {
              field.value = kept;
              field.dispatchEvent(new Event('change', {bubbles: true}));
            }
            field.addEventListener('input', () => localStorage.setItem(name, field.value));""";

    private KeptText() {}

    /** {@code name} says which text it is, in this browser. */
    public static void in(TextArea field, String name) {
        field.addAttachListener(attached -> field.getElement().executeJs(RESTORE, name));
    }

    /** It has been sent; called from the page that stays. */
    public static void forget(Component page, String name) {
        page.getElement().executeJs("localStorage.removeItem($0)", name);
    }
}
