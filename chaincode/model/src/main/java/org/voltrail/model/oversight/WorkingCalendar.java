package org.voltrail.model.oversight;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;
import org.voltrail.model.Check;
import org.voltrail.model.Copies;
import org.voltrail.model.Validated;

/**
 * Which days count as working days in a jurisdiction. Dates are {@code yyyy-MM-dd}. Immutable.
 *
 * @param offset offset from UTC in which days begin and end, for example {@code +08:00}; fixed, so that every peer agrees
 * @param weekend days of the week that are free
 * @param holidays days that are free besides, at most 2,000
 * @param workedDays days of the weekend that are worked to make up for holidays, at most 2,000
 * @param coveredUntil last day for which holidays are known; later deadlines are provisional
 * @param source where the days come from, at most 512 characters
 */
public record WorkingCalendar(
        String offset,
        Set<DayOfWeek> weekend,
        Set<String> holidays,
        Set<String> workedDays,
        String coveredUntil,
        String source)
        implements Validated {
    private static final Pattern OFFSET = Pattern.compile("[+-](0\\d|1[0-4]):(00|15|30|45)");
    private static final int DAYS_MAX = 2_000;

    /** Keeps the days in order. */
    public WorkingCalendar {
        weekend = Copies.sortedSet(weekend);
        holidays = Copies.sortedSet(holidays);
        workedDays = Copies.sortedSet(workedDays);
    }

    @Override
    public void validate(Check check) {
        check.matches("offset", check.required("offset", offset), OFFSET, "an offset such as +08:00");
        check.holds("weekend", weekend.size() < 7, "At least one day of the week must be a working day.");
        check.atMost("holidays", holidays, DAYS_MAX);
        check.atMost("workedDays", workedDays, DAYS_MAX);
        holidays.forEach(day -> check.date("holidays", day));
        workedDays.forEach(day -> check.date("workedDays", day));
        check.date("coveredUntil", coveredUntil);
        check.text("source", source, Check.TEXT_MAX);
    }

    /** The offset. */
    public ZoneOffset zone() {
        return ZoneOffset.of(offset);
    }

    /** Whether people work on that day. */
    public boolean works(LocalDate day) {
        String date = day.toString();
        return workedDays.contains(date) || !holidays.contains(date) && !weekend.contains(day.getDayOfWeek());
    }

    /** The day itself if it is a working day, otherwise the next one. */
    public LocalDate workingDayFrom(LocalDate day) {
        LocalDate candidate = day;
        while (!works(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /**
     * The last working day of a period. The day on which the period starts does not count (Regulation (EEC, Euratom) No 1182/71
     * Art. 3(1); Civil Code of the People's Republic of China Art. 201).
     *
     * @param days length of the period, at least 1
     */
    public LocalDate plusWorkingDays(LocalDate start, int days) {
        LocalDate day = start;
        for (int counted = 0; counted < days; counted++) {
            day = workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    /** Whether the holidays up to that day are known. */
    public boolean covers(LocalDate day) {
        return !day.isAfter(LocalDate.parse(coveredUntil));
    }
}
