package fi.kotiovi.e2e.browser;

import com.microsoft.playwright.Browser;
import fi.kotiovi.e2e.house.App;
import fi.kotiovi.e2e.house.House;

/** Opens a window for somebody. */
public final class People {
    private final House house;
    private final Browser browser;

    People(House house, Browser browser) {
        this.house = house;
        this.browser = browser;
    }

    public House house() {
        return house;
    }

    public Browser browser() {
        return browser;
    }

    /** A resident at the phone, signed in, in the language of the resident. */
    public Window resident(String username) {
        return visitor(Screen.PHONE, language(username)).signIn(username);
    }

    private static String language(String username) {
        return switch (username) {
            case "elin" -> "sv";
            case "omar" -> "en";
            default -> "fi";
        };
    }

    /** Somebody on the residents' site who has not signed in. */
    public Window visitor(Screen screen, String language) {
        return open(house.portal(), screen, "portal", language);
    }

    /** Somebody who works at a desk, signed in. */
    public Window staff(String username) {
        return open(house.office(), Screen.DESK, "backoffice", "fi").signIn(username);
    }

    /** Somebody who works outside, signed in on a phone. */
    public Window crew(String username) {
        return open(house.office(), Screen.PHONE, "backoffice", "fi").signIn(username);
    }

    /** Somebody on the staff's site who has not signed in. */
    public Window passerBy(Screen screen) {
        return open(house.office(), screen, "backoffice", "fi");
    }

    private Window open(App site, Screen screen, String module, String language) {
        var locale = "en".equals(language) ? "en-GB" : language + "-FI";
        return new Window(browser.newContext(screen.options(locale)), site, new Words(module, language), screen);
    }
}
