package fi.kotiovi.backoffice.shell;

import fi.kotiovi.domain.calendar.Helsinki;
import fi.kotiovi.vocabulary.Language;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates and times as people here write them: {@code ti 24.11. klo 9.20}, {@code tis 24.11. kl. 9.20}, {@code Tue 24 Nov 9:20}. */
public final class Formats {
    private static final DateTimeFormatter DOTTED = DateTimeFormatter.ofPattern("H.mm");
    private static final DateTimeFormatter COLON = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    private Formats() {}

    public static String time(LocalTime time, Language language) {
        return time.format(language == Language.EN ? COLON : DOTTED);
    }

    /** Without the weekday. */
    public static String date(LocalDate day, Language language) {
        return language == Language.EN
                ? day.format(ENGLISH_DAY)
                : day.getDayOfMonth() + "." + day.getMonthValue() + ".";
    }

    /** With the year and without the weekday, for days that may be long ago. */
    public static String dated(LocalDate day, Language language) {
        return date(day, language) + (language == Language.EN ? " " : "") + day.getYear();
    }

    public static String day(LocalDate day, Language language) {
        return weekday(day, TextStyle.SHORT_STANDALONE, language).replace(".", "") + " " + date(day, language);
    }

    /** With the weekday written out and its first letter large, for headings. */
    public static String longDay(LocalDate day, Language language) {
        var name = weekday(day, TextStyle.FULL_STANDALONE, language);
        return name.substring(0, 1).toUpperCase(Languages.locale(language)) + name.substring(1) + " "
                + date(day, language);
    }

    /** With the year and without the weekday, for moments that may be long ago. */
    public static String dated(OffsetDateTime moment, Language language) {
        var local = moment.atZoneSameInstant(Helsinki.ZONE);
        return dated(local.toLocalDate(), language) + at(language) + time(local.toLocalTime(), language);
    }

    private static String at(Language language) {
        return switch (language) {
            case FI -> " klo ";
            case SV -> " kl. ";
            case EN -> " ";
        };
    }

    public static String moment(LocalDateTime local, Language language) {
        return day(local.toLocalDate(), language) + at(language) + time(local.toLocalTime(), language);
    }

    /** Day and time on the wall in Helsinki. */
    public static String moment(OffsetDateTime moment, Language language) {
        return moment(moment.atZoneSameInstant(Helsinki.ZONE).toLocalDateTime(), language);
    }

    public static String timeOf(OffsetDateTime moment, Language language) {
        return time(moment.atZoneSameInstant(Helsinki.ZONE).toLocalTime(), language);
    }

    private static String weekday(LocalDate day, TextStyle style, Language language) {
        return day.getDayOfWeek().getDisplayName(style, Languages.locale(language));
    }
}
