package fi.kotiovi.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fi.kotiovi.e2e.house.App;
import fi.kotiovi.e2e.house.House;
import fi.kotiovi.e2e.house.Jars;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** One person's browser window on one of the sites, with what a person can do in it. */
public final class Window implements AutoCloseable {
    private static final double PATIENCE_MILLIS = 20_000;
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final BrowserContext context;
    private final Page page;
    private final App site;
    private final Words words;
    private final Screen screen;

    Window(BrowserContext context, App site, Words words, Screen screen) {
        this.context = context;
        this.site = site;
        this.words = words;
        this.screen = screen;
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(2 * PATIENCE_MILLIS);
    }

    public Page page() {
        return page;
    }

    public Screen screen() {
        return screen;
    }

    /** The words of this site in the language of this window. */
    public String say(String key, Object... values) {
        return words.get(key, values);
    }

    public Words words() {
        return words;
    }

    public Window go(String path) {
        page.navigate(site.url() + path);
        return this;
    }

    /** Signs in from whatever page led to the sign-in. */
    public Window signIn(String username) {
        if (!page.url().startsWith(site.url())) {
            go("/");
        }
        page.locator("input[name=username]:not([type=hidden])").fill(username);
        page.locator("input[name=password]:not([type=hidden])").fill(House.password());
        page.locator("input[name=password]:not([type=hidden])").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        page.locator("h1").first().waitFor();
        return this;
    }

    /** Presses a button by its name or the beginning of it. */
    public Window press(String name) {
        button(name).click();
        return this;
    }

    public Window pressSaid(String key) {
        return press(words.start(key));
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(starting(name)))
                .first();
    }

    /** Follows a link by its name or the beginning of it. */
    public Window follow(String name) {
        link(name).click();
        return this;
    }

    public Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(starting(name)))
                .first();
    }

    private static Pattern starting(String name) {
        // the browser reads it, so Java's own quoting will not do
        return Pattern.compile("^\\s*" + name.replaceAll("[\\\\^$.|?*+()\\[\\]{}/]", "\\\\$0"));
    }

    /** The text field, text area or choice that carries a label. */
    public Locator field(String label) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(starting(label)))
                .first();
    }

    public Window type(String label, String text) {
        if (text.contains("\n")) {
            paste(field(label), text);
        } else {
            field(label).fill(text);
        }
        return this;
    }

    /** Playwright tells of several lines three times over, which no keyboard and no clipboard does and Flow mistakes. */
    private static void paste(Locator field, String text) {
        field.evaluate(
                "(field, text) => { field.focus(); field.value = text; field.dispatchEvent(new InputEvent('input',"
                        + " {bubbles: true, composed: true, inputType: 'insertFromPaste'})) }",
                text);
    }

    public Window choose(String option) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(starting(option)))
                .first()
                .check();
        return this;
    }

    /** Picks from the only list of choices that drops down on the page. */
    public Window pick(String option) {
        page.locator("vaadin-select").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(starting(option)))
                .click();
        return this;
    }

    /** Gives a file to the first place that takes one. */
    public Window attach(String name, String type, byte[] content) {
        page.locator("input[type=file]").first().setInputFiles(new FilePayload(name, type, content));
        return this;
    }

    public Window seesHeading(String text) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(starting(text)))
                        .first())
                .isVisible(patiently());
        return this;
    }

    /** Ticks the first box whose label begins so. */
    public Window tick(String label) {
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(starting(label)))
                .first()
                .check();
        return this;
    }

    public Window sees(String text) {
        assertThat(visible(text)).isVisible(patiently());
        return this;
    }

    public Window seesSaid(String key) {
        return sees(words.start(key));
    }

    public Window doesNotSee(String text) {
        assertThat(page.getByText(text)).hasCount(0);
        return this;
    }

    /** The first visible element that holds the text. */
    public Locator visible(String text) {
        return page.getByText(text)
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    public Locator main() {
        return page.getByRole(AriaRole.MAIN);
    }

    public Window reload() {
        page.reload();
        return this;
    }

    private static LocatorAssertions.IsVisibleOptions patiently() {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS);
    }

    /** Leaves a picture of the last thing this person saw, which is what one wants to see of a test that failed. */
    @Override
    public void close() {
        try {
            var file = "%s-%d.png".formatted(screen.name().toLowerCase(Locale.ROOT), NEXT.incrementAndGet());
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Jars.target().resolve("last-seen").resolve(file))
                    .setTimeout(3_000));
        } catch (PlaywrightException e) {
            System.out.println("No last picture: " + e.getMessage());
        }
        context.close();
    }
}
