package fi.kotiovi.domain.calendar;

import fi.kotiovi.db.Tables;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which days are working days in Finland (domain.md 7.2). The rule lives in the database; a year is asked for once. */
@Component
public class Holidays {
    private final DSLContext db;
    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    Holidays(DSLContext db) {
        this.db = db;
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    public boolean isHoliday(LocalDate day) {
        return years.computeIfAbsent(day.getYear(), this::holidaysOf).contains(day);
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

    private Set<LocalDate> holidaysOf(int year) {
        var holidays = Tables.HOLIDAYS_OF(year);
        return Set.copyOf(db.select(holidays.DAY).from(holidays).fetchSet(holidays.DAY));
    }
}
