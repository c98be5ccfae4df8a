package fi.kotiovi.portal.shell;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.vocabulary.Language;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates and times as people here write them: {@code ti 24.11. klo 9.20}, {@code tis 24.11 kl. 9.20}, {@code Tue 24 Nov 9:20}. */
public final class Formats {
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("H.mm");
    private static final DateTimeFormatter COLON = DateTimeFormatter.ofPattern("H:mm");

    private Formats() {}

    public static String time(LocalTime time, Language language) {
        return time.format(language == Language.EN ? COLON : DOTTED);
    }

    public static String day(LocalDate day, Language language) {
        return weekday(day, language) + " " + date(day, language);
    }

    /** Day and month, as short as people here write them. */
    public static String date(LocalDate day, Language language) {
        return switch (language) {
            case FI -> day.getDayOfMonth() + "." + day.getMonthValue() + ".";
            case SV -> day.getDayOfMonth() + "." + day.getMonthValue();
            case EN -> day.format(DateTimeFormatter.ofPattern("d MMM", Locale.UK));
        };
    }

    /** Two or three letters. */
    public static String weekday(LocalDate day, Language language) {
        var locale = Languages.locale(language);
        var name = day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale);
        return name.replace(".", "");
    }

    /** The same with the year and without the weekday, for what is looked at years later. */
    public static String dated(OffsetDateTime moment, Language language) {
        var local = moment.atZoneSameInstant(Helsinki.ZONE);
        var day = local.toLocalDate();
        var dot = language == Language.SV ? "." : language == Language.EN ? " " : "";
        return date(day, language) + dot + day.getYear() + at(language) + time(local.toLocalTime(), language);
    }

    private static String at(Language language) {
        return switch (language) {
            case FI -> " klo ";
            case SV -> " kl. ";
            case EN -> " ";
        };
    }

    /** Day and time on the wall in Helsinki. */
    public static String moment(OffsetDateTime moment, Language language) {
        var local = moment.atZoneSameInstant(Helsinki.ZONE);
        return day(local.toLocalDate(), language) + at(language) + time(local.toLocalTime(), language);
    }
}
