package org.voltrail.model.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private final WorkingCalendar china = DeadlineRules.defaults("CN").orElseThrow().calendar();
    private final WorkingCalendar europe = DeadlineRules.defaults("EU").orElseThrow().calendar();

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 1, 2026-03-03", "2026-03-06, 1, 2026-03-09", "2026-03-07, 1, 2026-03-09", "2026-03-02, 15, 2026-03-23",
        // Spring Festival: 15 to 23 February free, Saturdays 14 and 28 February worked
        "2026-02-13, 1, 2026-02-14", "2026-02-13, 2, 2026-02-24", "2026-02-13, 6, 2026-02-28",
        // National Day: 1 to 7 October free, Saturday 10 October worked
        "2026-09-30, 3, 2026-10-10"
    })
    void workingDaysInChinaSkipHolidaysAndCountMakeUpDays(LocalDate start, int days, LocalDate due) {
        assertThat(china.plusWorkingDays(start, days)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2026-04-02, 1, 2026-04-07", "2026-12-24, 1, 2026-12-28", "2027-03-25, 1, 2027-03-30", "2028-04-13, 2, 2028-04-19"})
    void workingDaysInEuropeSkipEasterAndChristmas(LocalDate start, int days, LocalDate due) {
        assertThat(europe.plusWorkingDays(start, days)).isEqualTo(due);
    }

    @Test
    void theDayOfTheStartDoesNotCount() {
        LocalDate monday = LocalDate.parse("2026-06-01");
        assertThat(ChronoUnit.DAYS.between(monday, europe.plusWorkingDays(monday, 5))).isEqualTo(7);
    }

    @Test
    void aCalendarSaysHowFarItsHolidaysAreKnown() {
        assertThat(china.covers(LocalDate.parse("2026-12-31"))).isTrue();
        assertThat(china.covers(LocalDate.parse("2027-01-01"))).isFalse();
    }
}
