package fi.kotiovi.e2e.trouble;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import fi.kotiovi.e2e.browser.Camera;
import fi.kotiovi.e2e.browser.Look;
import fi.kotiovi.e2e.browser.People;
import fi.kotiovi.e2e.browser.Window;
import fi.kotiovi.e2e.browser.WithPeople;
import fi.kotiovi.e2e.journey.Reporting;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is no photo, or too much of one, is refused beside the field, and what was taken before stays. */
@ExtendWith(WithPeople.class)
class UploadsIT {
    private static final int THIRTY_MEGABYTES = 30 * 1024 * 1024;

    @Test
    void too_big_and_fake_pictures_are_refused_beside_the_field(People people) {
        try (var matti = people.resident("matti")) {
            Reporting.drippingTap(matti);
            matti.attach("oikea.jpg", "image/jpeg", Camera.photo());
            matti.button(matti.say("upload.remove", "oikea.jpg")).waitFor();
            var big = Arrays.copyOf(Camera.photo(), THIRTY_MEGABYTES);
            matti.attach("valtava.jpg", "image/jpeg", big);
            refuses(matti, matti.say("upload.toobig", "valtava.jpg"));
            matti.attach("vale.jpg", "image/jpeg", Camera.fake());
            refuses(matti, matti.say("upload.unreadable", "vale.jpg"));
            matti.attach("kirje.pdf", "application/pdf", "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            refuses(matti, matti.say("upload.unreadable", "kirje.pdf"));
            assertThat(matti.button(matti.say("upload.remove", "oikea.jpg"))).isVisible();
            Look.isAccessible(matti);
            sixAreOneTooMany(matti);
            matti.button(matti.say("upload.remove", "oikea.jpg")).click();
            assertThat(matti.button(matti.say("upload.remove", "oikea.jpg"))).hasCount(0);
        }
    }

    private static void sixAreOneTooMany(Window matti) {
        var five = IntStream.rangeClosed(2, 6)
                .mapToObj(n -> new FilePayload("kuva" + n + ".jpg", "image/jpeg", Camera.photo()))
                .toArray(FilePayload[]::new);
        matti.page().locator("input[type=file]").setInputFiles(five);
        refuses(matti, matti.say("upload.toomany", "", 5));
        assertThat(matti.page().locator(".thumb")).hasCount(5);
    }

    private static void refuses(Window window, String sentence) {
        var problem = window.page().locator(".uploads").getByRole(AriaRole.ALERT);
        assertThat(problem.filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(sentence)))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(20_000));
    }
}
