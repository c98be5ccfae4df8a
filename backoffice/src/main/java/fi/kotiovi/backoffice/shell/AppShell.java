package fi.kotiovi.backoffice.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page around the site. Push is on everywhere: whoever works here waits for news all day. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("office.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
public class AppShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icon.svg", "any");
        settings.addMetaTag("theme-color", "#f7f4ee");
        settings.addMetaTag("robots", "noindex");
    }
}
