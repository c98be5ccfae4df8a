package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.html.NativeButton;

/**
 * Keys that press a button. Letters count only while nobody types and no dialog is open, and not at all for whoever has
 * switched them off (WCAG 2.1.4).
 */
public final class Shortcuts {
    /** Where a browser remembers that letters are switched off. */
    public static final String OFF = "kotiovi-keys-off";

    private static final String LETTER = """
            const button = this;
            const pressed = event => {
              if (!button.isConnected) { document.removeEventListener('keydown', pressed); return; }
              const at = event.composedPath()[0];
              if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing
                  || localStorage.getItem($1) || event.key.toLowerCase() !== $0
                  || (at.matches && at.matches('input, textarea, select, [contenteditable]'))
                  || document.querySelector('vaadin-dialog[opened]')) return;
              event.preventDefault();
              button.click();
            };
            document.addEventListener('keydown', pressed);""";

    private static final String SUBMIT = """
            const button = $0;
            this.addEventListener('keydown', event => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !button.disabled) {
                event.preventDefault();
                button.click();
              }
            });""";

    private static final String ENTER = """
            const button = $0;
            this.addEventListener('keydown', event => {
              if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !button.disabled) {
                event.preventDefault();
                button.click();
              }
            });""";

    private Shortcuts() {}

    public static void letter(HtmlComponent button, char letter) {
        hint(button, String.valueOf(Character.toUpperCase(letter)));
        button.addAttachListener(
                attached -> button.getElement().executeJs(LETTER, String.valueOf(Character.toLowerCase(letter)), OFF));
    }

    /** Ctrl or Cmd with Enter, while the cursor is inside {@code field}. */
    public static void submit(NativeButton button, Component field) {
        button.getElement().setAttribute("data-key", "Ctrl ↵");
        button.getElement().setAttribute("aria-keyshortcuts", "Control+Enter Meta+Enter");
        field.addAttachListener(attached -> field.getElement().executeJs(SUBMIT, button.getElement()));
    }

    /** Enter alone, where people write line by line; with Shift it begins a new line. */
    public static void enter(NativeButton button, Component field) {
        button.getElement().setAttribute("data-key", "↵");
        button.getElement().setAttribute("aria-keyshortcuts", "Enter");
        field.addAttachListener(attached -> field.getElement().executeJs(ENTER, button.getElement()));
    }

    private static void hint(HtmlComponent button, String key) {
        button.getElement().setAttribute("data-key", key);
        button.getElement().setAttribute("aria-keyshortcuts", key);
    }
}
