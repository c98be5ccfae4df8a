package fi.kotiovi.domain.calendar;

import fi.kotiovi.db.Tables;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which days are working days in Finland (domain.md 7.2). The rule lives in the database; a year is asked for once. */
@Component
public class Holidays {
    private final DSLContext db;
    private final Map<Integer, Map<LocalDate, String>> holidays = new ConcurrentHashMap<>();
    private final Map<Integer, Map<LocalDate, String>> eves = new ConcurrentHashMap<>();

    Holidays(DSLContext db) {
        this.db = db;
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    public boolean isHoliday(LocalDate day) {
        return nameOf(day).isPresent();
    }

    /** The name of a holiday, such as {@code EPIPHANY}, for the words of a screen. */
    public Optional<String> nameOf(LocalDate day) {
        return Optional.ofNullable(
                ofYear(day.getYear(), holidays, this::holidaysOf).get(day));
    }

    /** The name of an eve on which offices may close early, such as {@code MAUNDY_THURSDAY}. */
    public Optional<String> eveOf(LocalDate day) {
        return Optional.ofNullable(ofYear(day.getYear(), eves, this::evesOf).get(day));
    }

    /** The first working day after a date. */
    public LocalDate nextWorkingDay(LocalDate after) {
        return plusWorkingDays(after, 1);
    }

    /** The n-th working day after a date; the date itself need not be one. */
    public LocalDate plusWorkingDays(LocalDate from, int days) {
        var day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    boolean isFirstWorkingDay(LocalDate day) {
        return day.equals(nextWorkingDay(YearMonth.from(day).atDay(1).minusDays(1)));
    }

    boolean isLastWorkingDay(LocalDate day) {
        return isWorkingDay(day) && !YearMonth.from(nextWorkingDay(day)).equals(YearMonth.from(day));
    }

    /** When homes change hands: the last working day of a month and the first two of the next (domain.md 4.6). */
    boolean isMonthChange(LocalDate day) {
        var before = YearMonth.from(day).atDay(1).minusDays(1);
        return isWorkingDay(day) && (isLastWorkingDay(day) || !day.isAfter(plusWorkingDays(before, 2)));
    }

    /** Two may ask for the same year; nobody waits for a question of somebody else. */
    private static Map<LocalDate, String> ofYear(
            int year, Map<Integer, Map<LocalDate, String>> known, IntFunction<Map<LocalDate, String>> read) {
        var days = known.get(year);
        if (days == null) {
            days = read.apply(year);
            known.put(year, days);
        }
        return days;
    }

    private Map<LocalDate, String> holidaysOf(int year) {
        var days = Tables.HOLIDAYS_OF(year);
        return Map.copyOf(db.select(days.DAY, days.CODE).from(days).fetchMap(days.DAY, days.CODE));
    }

    private Map<LocalDate, String> evesOf(int year) {
        var days = Tables.EVES_OF(year);
        return Map.copyOf(db.select(days.DAY, days.CODE).from(days).fetchMap(days.DAY, days.CODE));
    }
}
