package cairn.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2024-02-29", "2199-12-31"})
    void theDaysOfTwoCenturiesAreIncluded(LocalDate day) {
        assertThat(Days.include(day)).isTrue();
        assertThat(Days.require(day)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2200-01-01"})
    void theDaysAroundThemAreNot(LocalDate day) {
        assertThat(Days.include(day)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Days.require(day))
                .withMessage(day + " is not between 2000-01-01 and 2199-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01", "2024-02-29", "2026-03-24", "2199-12-31"})
    void aDayIsReadAsItIsWritten(String text) {
        assertThat(Days.parse(text)).contains(LocalDate.parse(text));
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(
            strings = {
                "",
                "+02027-03-07",
                "+2027-03-07",
                "-2027-03-07",
                "02027-03-07",
                "2027-3-07",
                "2027-03-7",
                "20270307",
                "2027-03",
                "2027-066",
                "2027-W10-7",
                "2027/03/07",
                "2027\u201003\u201007",
                " 2027-03-07",
                "2027-03-07 ",
                "2027-03-07\n",
                "2027-03-07Z",
                "2027-03-07T00:00:00Z",
                "2027-02-29",
                "2027-04-31",
                "2027-13-01",
                "2027-00-10",
                "2027-01-00",
                "\u0662\u0660\u0662\u0667-\u0660\u0663-\u0660\u0667",
                "1999-12-31",
                "2200-01-01"
            })
    void noOtherTextIsADay(String text) {
        assertThat(Days.parse(text)).isEmpty();
    }

    @Test
    void ofTwoDaysOneIsTheLaterAndOneTheEarlier() {
        LocalDate one = LocalDate.of(2026, 3, 24);
        LocalDate other = LocalDate.of(2026, 3, 25);

        assertThat(Days.later(one, other)).isEqualTo(other).isEqualTo(Days.later(other, one));
        assertThat(Days.earlier(one, other)).isEqualTo(one).isEqualTo(Days.earlier(other, one));
    }
}
