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

    @Test
    void ofTwoDaysOneIsTheLaterAndOneTheEarlier() {
        LocalDate one = LocalDate.of(2026, 3, 24);
        LocalDate other = LocalDate.of(2026, 3, 25);

        assertThat(Days.later(one, other)).isEqualTo(other).isEqualTo(Days.later(other, one));
        assertThat(Days.earlier(one, other)).isEqualTo(one).isEqualTo(Days.earlier(other, one));
    }
}
