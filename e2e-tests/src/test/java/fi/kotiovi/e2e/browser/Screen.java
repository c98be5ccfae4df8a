package fi.kotiovi.e2e.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;

/** What somebody sits or stands in front of. */
public enum Screen {
    PHONE(390, 844),
    DESK(1440, 900);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    NewContextOptions options(String locale) {
        return new NewContextOptions()
                .setViewportSize(width, height)
                .setHasTouch(this == PHONE)
                .setColorScheme(ColorScheme.LIGHT)
                .setTimezoneId("Europe/Helsinki")
                .setLocale(locale);
    }
}
