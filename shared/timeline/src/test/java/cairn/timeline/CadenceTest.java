package cairn.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"weekly", "w", "every-2-weeks", "q4", "days", "abcdefghijklmnopqrstuvwxyz-01234"})
    void aNameIsLowerCaseLettersDigitsAndHyphens(String name) {
        assertThat(new Cadence(name, Period.ofWeeks(1)).name()).isEqualTo(name);
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "Weekly",
                "WEEKLY",
                "2-weekly",
                "-weekly",
                "week ly",
                "weekly ",
                "week_ly",
                "week/ly",
                "wöchentlich",
                "haftalık",
                "weekly\n",
                "abcdefghijklmnopqrstuvwxyz-012345"
            })
    void anyOtherNameIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cadence(name, Period.ofWeeks(1)))
                .withMessageContaining("a cadence's name");
    }

    @Test
    void dayIsTheMilestonesNameAndNoCadences() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cadence("day", Period.ofDays(1)))
                .withMessageContaining("\"day\"");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        P1D,    P1D
        P1W,    P7D
        P7D,    P7D
        P2W,    P14D
        P28D,   P28D
        P1M,    P1M
        P3M,    P3M
        P12M,   P12M
        P1Y,    P12M
        P2Y,    P24M
        # the longest
        P3660D, P3660D
        P120M,  P120M
        P10Y,   P120M
        """)
    void aPeriodIsKeptAsDaysOrAsMonths(String period, String kept) {
        assertThat(cadence(period).period()).hasToString(kept);
    }

    @Test
    void periodsAreComparedByWhatTheyAre() {
        assertThat(cadence("P1W")).isEqualTo(cadence("P7D"));
        assertThat(cadence("P1Y")).isEqualTo(cadence("P12M"));
        assertThat(cadence("P1M")).isNotEqualTo(cadence("P30D"));
        assertThat(cadence("P1Y")).isNotEqualTo(cadence("P365D"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P0D", "P0M", "P-1D", "P-1M", "P-1W", "P1M1D", "P1Y1D", "P1M-1D", "P1Y6M", "P3661D", "P121M", "P11Y"
            })
    void aPeriodHasOneUnitAndIsOneDayToTenYears(String period) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cadence(period))
                .withMessageContaining("one day to ten years");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        2025-01-31, P1M,  0, 2025-01-31
        2025-01-31, P1M,  1, 2025-02-28
        2025-01-31, P1M,  2, 2025-03-31
        2025-01-31, P1M, 13, 2026-02-28
        2024-02-29, P1Y,  1, 2025-02-28
        2024-02-29, P1Y,  4, 2028-02-29
        2025-12-31, P1D,  1, 2026-01-01
        2000-01-01, P1D, 73048, 2199-12-31
        """)
    void anOccurrenceIsCountedFromTheAnchor(LocalDate anchor, String period, long index, LocalDate expected) {
        assertThat(cadence(period).occurrence(anchor, index)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        # the day of a shortened occurrence counts, the day before does not
        2025-01-31, P1M, 2025-01-31, 0
        2025-01-31, P1M, 2025-02-27, 0
        2025-01-31, P1M, 2025-02-28, 1
        2025-01-31, P1M, 2025-03-30, 1
        2025-01-31, P1M, 2025-03-31, 2
        2024-02-29, P1Y, 2025-02-27, 0
        2024-02-29, P1Y, 2025-02-28, 1
        2024-08-31, P6M, 2025-02-27, 0
        2024-08-31, P6M, 2025-02-28, 1
        2025-12-25, P1W, 2025-12-31, 0
        2025-12-25, P1W, 2026-01-01, 1
        """)
    void theLastIndexIsThatOfTheLastOccurrenceOnOrBeforeTheDay(
            LocalDate anchor, String period, LocalDate day, long expected) {
        assertThat(cadence(period).lastIndexOnOrBefore(anchor, day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P3D", "P1W", "P30D", "P365D", "P1M", "P2M", "P5M", "P6M", "P1Y", "P10Y"})
    void everyDayLiesFromItsLastOccurrenceToTheDayBeforeTheNext(String period) {
        Cadence cadence = cadence(period);
        LocalDate begin = LocalDate.of(2024, 1, 27);
        for (LocalDate anchor = begin; anchor.getMonthValue() < 3; anchor = anchor.plusDays(1)) {
            for (LocalDate day = anchor; day.isBefore(anchor.plusYears(5)); day = day.plusDays(1)) {
                long index = cadence.lastIndexOnOrBefore(anchor, day);
                boolean within = !cadence.occurrence(anchor, index).isAfter(day)
                        && cadence.occurrence(anchor, index + 1).isAfter(day);
                assertThat(within).as("%s from %s on %s", period, anchor, day).isTrue();
            }
        }
    }

    @Test
    void noIndexBeforeTheAnchorIsThatOfASlot() {
        LocalDate anchor = LocalDate.of(2024, 3, 31);
        for (String period : new String[] {"P1D", "P1W", "P1M", "P5M", "P1Y"}) {
            for (LocalDate day = anchor.minusYears(3); day.isBefore(anchor); day = day.plusDays(1)) {
                assertThat(cadence(period).lastIndexOnOrBefore(anchor, day))
                        .as("%s on %s", period, day)
                        .isNotPositive();
            }
        }
    }

    private static Cadence cadence(String period) {
        return new Cadence("c", Period.parse(period));
    }
}
