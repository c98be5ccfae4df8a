package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.router.QueryParameters;

/** The search of every page. The key / comes here, or to the large field where there is one. */
class SearchBox extends Div {
    private static final long serialVersionUID = 1;

    private static final String TYPED = "element.value";

    private static final String SLASH = """
            const box = this;
            const pressed = event => {
              if (!box.isConnected) { document.removeEventListener('keydown', pressed); return; }
              const at = event.composedPath()[0];
              if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing
                  || localStorage.getItem($0) || event.key !== '/'
                  || (at.matches && at.matches('input, textarea, select, [contenteditable]'))
                  || document.querySelector('vaadin-dialog[opened]')) return;
              event.preventDefault();
              (document.querySelector('.search-main') || box).focus();
            };
            document.addEventListener('keydown', pressed);""";

    private final Input input = new Input();

    SearchBox() {
        addClassName("search-box");
        input.setType("search");
        input.setPlaceholder(getTranslation("search.box"));
        input.setAriaLabel(getTranslation("search.title"));
        input.getElement().setAttribute("maxlength", "120");
        input.getElement().setAttribute("aria-keyshortcuts", "/");
        input.getElement()
                .addEventListener(
                        "keydown",
                        pressed -> go(pressed.getEventData().path(TYPED).asString("")))
                .setFilter("event.key === 'Enter'")
                .addEventData(TYPED);
        getElement().setAttribute("data-key", "/");
        add(input);
        addAttachListener(attached -> input.getElement().executeJs(SLASH, Shortcuts.OFF));
    }

    private void go(String typed) {
        var words = typed.strip();
        if (!words.isEmpty()) {
            input.getElement().executeJs("this.value = ''");
            getUI().ifPresent(ui -> ui.navigate("search", QueryParameters.of("q", words)));
        }
    }
}
