package fi.kotiovi.e2e.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import fi.kotiovi.e2e.browser.Browsers;
import fi.kotiovi.e2e.house.House;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What comes over the wire until a resident sees the sign-in, and the home page, for the first time and again. */
final class FirstPage implements Bench.Measurement {
    private static final int TARGET_BYTES = 450_000;

    @Override
    public Report measure() {
        try (var house = new House();
                var browsers = new Browsers()) {
            var report = new Report("first-page");
            var url = house.portal().url();
            try (var context = phone(browsers.browser(), null)) {
                visit(report, "loginCold", context, url + "/login");
                visit(report, "loginWarm", context, url + "/login");
            }
            var signedIn = signIn(browsers.browser(), url);
            try (var context = phone(browsers.browser(), signedIn)) {
                visit(report, "homeCold", context, url + "/");
                visit(report, "homeWarm", context, url + "/");
            }
            return report.put("targetBytes", TARGET_BYTES);
        }
    }

    private static BrowserContext phone(Browser browser, @Nullable String state) {
        var options = new Browser.NewContextOptions().setViewportSize(390, 844).setLocale("fi-FI");
        return browser.newContext(state == null ? options : options.setStorageState(state));
    }

    private static String signIn(Browser browser, String url) {
        try (var context = phone(browser, null)) {
            var page = context.newPage();
            page.navigate(url + "/login");
            page.locator("input[name=username]:not([type=hidden])").fill("aino");
            page.locator("input[name=password]:not([type=hidden])").fill(House.password());
            page.locator("input[name=password]:not([type=hidden])").press("Enter");
            page.waitForURL(address -> !address.contains("/login"));
            return context.storageState();
        }
    }

    private static void visit(Report report, String name, BrowserContext context, String url) {
        var page = context.newPage();
        var bytes = new AtomicLong();
        var requests = new AtomicInteger();
        var wire = context.newCDPSession(page);
        wire.send("Network.enable");
        wire.on("Network.loadingFinished", event -> count(event, bytes, requests));
        page.navigate(url);
        page.getByRole(AriaRole.HEADING).first().waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE, new Page.WaitForLoadStateOptions().setTimeout(20_000));
        page.close();
        report.put(name + "Bytes", bytes.get()).put(name + "Requests", requests.get());
    }

    /** What the cache gave cost nothing and is not counted. */
    private static void count(JsonObject event, AtomicLong bytes, AtomicInteger requests) {
        var length = event.get("encodedDataLength").getAsLong();
        if (length > 0) {
            bytes.addAndGet(length);
            requests.incrementAndGet();
        }
    }
}
