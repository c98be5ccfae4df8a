package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.html.Span;

/** Says whether this page still hears the server: a crew in a cellar must not trust an old picture. */
class Connection extends Span {
    private static final long serialVersionUID = 1;
    private static final String WATCH = """
            const pill = this, on = $0, off = $1;
            const show = () => {
              const state = window.Vaadin.connectionState.state;
              const lost = state === 'reconnecting' || state === 'connection-lost';
              if (lost !== pill.lost) {
                pill.lost = lost;
                pill.textContent = lost ? off : on;
                pill.classList.toggle('ember', lost);
                pill.classList.toggle('moss', !lost);
              }
            };
            window.Vaadin.connectionState.addStateChangeListener(show);
            show();""";

    Connection() {
        super();
        setText(getTranslation("connection.on"));
        addClassNames("pill", "moss", "narrow-only");
        getElement().setAttribute("role", "status");
        addAttachListener(attached ->
                getElement().executeJs(WATCH, getTranslation("connection.on"), getTranslation("connection.off")));
    }
}
