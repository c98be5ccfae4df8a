package fi.kotiovi.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import fi.kotiovi.e2e.house.Jars;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/** Looks at a page the way axe does, and takes its picture. */
public final class Look {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Look() {}

    /** No rule of WCAG 2.2 A and AA and of good practice is broken; then a picture in daylight and one at night. */
    public static void at(Window window, String name) {
        isAccessible(window);
        picture(window, name);
        dark(window, name);
    }

    /** The same at a desk, in daylight, and a check that twice the letter size on a phone leaves nothing to the side. */
    public static void atEverySize(Window window, String name) {
        at(window, name);
        var page = window.page();
        var screen = page.viewportSize();
        page.setViewportSize(screen.width / 2, screen.height / 2);
        assertThat((Boolean)
                        page.evaluate("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"))
                .as("%s fits at 200 %% zoom", page.url())
                .isTrue();
        page.setViewportSize(Screen.DESK.width(), Screen.DESK.height());
        isAccessible(window);
        shoot(window, name, Screen.DESK);
        page.setViewportSize(screen.width, screen.height);
    }

    /** Axe sees the page as tall as it is, so that nothing lies under the bar that sticks to the foot of the screen. */
    public static void isAccessible(Window window) {
        keepsTo(new AxeBuilder(window.page()).withTags(RULES), window.page());
    }

    private static void keepsTo(AxeBuilder rules, Page page) {
        var screen = page.viewportSize();
        var height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
        page.setViewportSize(screen.width, Math.max(screen.height, height));
        settled(page);
        var broken = broken(rules);
        page.setViewportSize(screen.width, screen.height);
        assertThat(broken).as("accessibility of %s", page.url()).isEmpty();
    }

    /** Laid out anew, twice painted: before that, what sticks to the foot of the screen may still lie over a button. */
    private static void settled(Page page) {
        page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    private static List<String> broken(AxeBuilder rules) {
        // nothing of ours lies in frames, and without looking for them it takes half the time
        return rules
                .setLegacyMode(true)
                // Vaadin's own "connection lost" bar lies outside every landmark and is not ours to move
                .exclude("vaadin-connection-indicator")
                .analyze()
                .getViolations()
                .stream()
                .map(Look::told)
                .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().limit(4).map(node -> node.getHtml()).toList();
    }

    /** What the screen shows now, as {@code <name>-phone.png} or {@code <name>-desk.png}. */
    public static void picture(Window window, String name) {
        shoot(window, name, window.screen());
    }

    /** The same in the dark, its colours checked too, for there dark modes fail; nothing else changes with them. */
    public static void dark(Window window, String name) {
        var page = window.page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        keepsTo(new AxeBuilder(page).withRules(List.of("color-contrast")), page);
        shoot(window, name + "-dark", window.screen());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void shoot(Window window, String name, Screen screen) {
        var file = name + "-" + screen.name().toLowerCase(Locale.ROOT) + ".png";
        var taken = Jars.target().resolve("screenshots").resolve(file);
        window.page()
                .screenshot(new Page.ScreenshotOptions().setPath(taken).setAnimations(ScreenshotAnimations.DISABLED));
        if (Boolean.getBoolean("kotiovi.pictures")) {
            try {
                var kept = Jars.root().resolve("docs/screenshots").resolve(file);
                Files.createDirectories(kept.getParent());
                Files.copy(taken, kept, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
