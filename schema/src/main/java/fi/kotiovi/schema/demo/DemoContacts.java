package fi.kotiovi.schema.demo;

import fi.kotiovi.schema.demo.DemoHousing.Stay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Messages, calls and requests: what people wrote, and which of it still waits. Whoever came first is answered first. */
final class DemoContacts {
    private static final List<String> CHANNELS = List.of(
            "PORTAL_MESSAGE",
            "PORTAL_MESSAGE",
            "PORTAL_MESSAGE",
            "PORTAL_MESSAGE",
            "PORTAL_MESSAGE",
            "SERVICE_REQUEST",
            "SERVICE_REQUEST",
            "EMAIL",
            "EMAIL",
            "PHONE",
            "PHONE",
            "CHAT",
            "WALK_IN",
            "LETTER");

    private final Seed seed = new Seed("contacts");
    private final World world;
    private final Map<Language, List<Text>> texts = new EnumMap<>(Language.class);
    private final Map<Language, Integer> next = new EnumMap<>(Language.class);
    private final List<Contact> contacts = new ArrayList<>();

    /** What somebody asked, what we answered, and what colleagues noted; {@code note} may be empty. */
    record Text(Language language, String topic, String subject, String message, String answer, String note) {}

    /** Something that arrived; the stay is of whoever sent it. */
    record Contact(Stay stay, Text text, String channel, Instant arrived, boolean waiting, boolean unknownSender) {}

    DemoContacts(World world, DemoHousing housing) {
        this.world = world;
        for (var line : Bank.lines("contacts.tsv")) {
            var language = Language.valueOf(line.get(0));
            var note = line.get(5).equals("-") ? "" : line.get(5);
            texts.computeIfAbsent(language, l -> new ArrayList<>())
                    .add(new Text(language, line.get(1), line.get(2), line.get(3), line.get(4), note));
        }
        known(housing);
        var stays = housing.settled();
        for (int n = 1; n < world.volume().waitingContacts(); n++) {
            var stay = seed.pick(stays);
            var unknown = n % 9 == 4;
            contacts.add(new Contact(
                    stay, text(stay), unknown ? "EMAIL" : seed.pick(CHANNELS), waitingSince(), true, unknown));
        }
        int answered = world.volume().contacts();
        for (int n = 0; n < answered; n++) {
            var stay = seed.pick(stays);
            contacts.add(new Contact(stay, text(stay), seed.pick(CHANNELS), longAgo(), false, false));
        }
        contacts.sort(Comparator.comparing(Contact::arrived));
    }

    private void known(DemoHousing housing) {
        add(housing.of("Aino"), "Autopaikan vaihto", true);
        add(housing.of("Aino"), "Lisäavain pojalle", false);
        add(housing.of("Aino"), "Saunavuoron vaihto", false);
        add(housing.of("Matti"), "Nimi oveen", false);
        add(housing.of("Matti"), "Pyörävarasto täynnä", false);
        add(housing.of("Omar"), "Letters in English", false);
    }

    private void add(Stay stay, String subject, boolean waiting) {
        var text = Objects.requireNonNull(texts.get(stay.main().language())).stream()
                .filter(t -> t.subject().equals(subject))
                .findFirst()
                .orElseThrow();
        contacts.add(new Contact(stay, text, "PORTAL_MESSAGE", waiting ? waitingSince() : settled(), waiting, false));
    }

    /** Every text in turn, so that all have been used before one comes again. */
    private Text text(Stay stay) {
        var language = stay.main().language();
        var deck = Objects.requireNonNull(texts.get(language));
        // a stride that shares no factor with the size of the deck visits all of it, out of order
        int stride = deck.size() % 7 == 0 ? 5 : 7;
        return deck.get(next.merge(language, 1, Integer::sum) * stride % deck.size());
    }

    /** Since this moment at the earliest; everything older has been answered. */
    private Instant oldestWaiting() {
        return WorkDays.at(world.workDays().workDay(world.today(), -2), LocalTime.of(13, 40));
    }

    private Instant waitingSince() {
        return awake(seed.instant(oldestWaiting(), world.now().minusSeconds(600)));
    }

    /** So long ago that nothing about it can still be open. */
    private Instant settled() {
        return awake(
                seed.instant(world.now().minus(55, ChronoUnit.DAYS), world.now().minus(14, ChronoUnit.DAYS)));
    }

    private Instant longAgo() {
        return awake(seed.instant(
                world.now().minus(world.volume().days(), ChronoUnit.DAYS),
                oldestWaiting().minus(Duration.ofHours(10))));
    }

    /** Few people write at night: most of those hours become evening, and none of them lies ahead. */
    private Instant awake(Instant at) {
        var hour = at.atZone(WorkDays.ZONE).getHour();
        var later = at.plus(Duration.ofHours(9));
        return hour < 7 && seed.chance(85) && later.isBefore(world.now().minusSeconds(600)) ? later : at;
    }

    /** In the order in which they arrived. */
    List<Contact> all() {
        return contacts;
    }
}
