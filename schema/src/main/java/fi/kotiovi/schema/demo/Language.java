package fi.kotiovi.schema.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The languages people are served in, as the database names them. */
enum Language {
    FI("EEE d.M.", " 'klo' H.mm", "fi"),
    SV("EEE d.M.", " 'kl.' H.mm", "sv"),
    EN("EEE d MMM", " 'at' H:mm", "en");

    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    Language(String day, String time, String tag) {
        this.day = DateTimeFormatter.ofPattern(day, Locale.of(tag));
        moment = DateTimeFormatter.ofPattern(day + time, Locale.of(tag)).withZone(WorkDays.ZONE);
    }

    /** Which of the Finnish, the Swedish and the English. */
    String of(List<String> three) {
        return switch (this) {
            case FI -> three.get(0);
            case SV -> three.get(1);
            case EN -> three.get(2);
        };
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    /** A moment as it is written in a short message. */
    String moment(Instant at) {
        return moment.format(at);
    }
}
