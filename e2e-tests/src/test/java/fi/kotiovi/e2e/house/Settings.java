package fi.kotiovi.e2e.house;

import java.util.HashMap;
import java.util.Map;

/** Settings of an application as its environment. */
final class Settings {
    private Settings() {}

    /** These, and more by turns of name and value. */
    static Map<String, String> with(Map<String, String> some, Object... more) {
        var all = new HashMap<>(some);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i].toString(), more[i + 1].toString());
        }
        return all;
    }
}
