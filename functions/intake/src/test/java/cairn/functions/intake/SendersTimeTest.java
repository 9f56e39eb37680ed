package cairn.functions.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.lambda.EventFunction;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An event's `time` is what its sender wrote: data, and never now (semantics 1).
class SendersTimeTest {
    private static final String NOW = "2026-03-05T09:00:00Z";

    private final Dora dora = new Dora();

    @BeforeEach
    void started() {
        dora.receives(Dora.journeyStarted(
                "2026-03-01T09:00:00Z",
                "\"program\":\"skin\",\"startedOn\":\"2026-03-01\",\"timeZone\":\"Europe/Berlin\""));
    }

    /// A billing period's end, say: it would put the member's day there, and today never goes back.
    @ParameterizedTest
    @ValueSource(strings = {"2036-03-10T00:00:00Z", "2026-03-06T00:00:00Z", "2000-01-01T00:00:00Z"})
    void itMovesNoDay(String time) {
        String sent = Dora.sent("PlanChanged", time, Dora.planChange("pro", NOW, ""));

        assertThat(dora.receives(Dora.takenIn(NOW, sent))).isEqualTo("applied");

        assertThat(dora.stored().lastDay()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(dora.plans()).containsExactly("pro since 2026-03-05");
        assertThat(dora.visits(Instant.parse("2026-03-08T09:00:00Z")))
                .extracting("slot")
                .containsExactly("day-7");
    }

    @Test
    void aChangeIsNotNewerThanNowBecauseItsEventSaysSo() {
        String sent = Dora.sent(
                "PlanChanged", "2036-03-10T00:00:00Z", Dora.planChange("pro", "2026-03-05T09:05:00.001Z", ""));

        assertThatThrownBy(() -> dora.receives(Dora.takenIn(NOW, sent)))
                .isInstanceOf(EventFunction.Refused.class)
                .hasMessage("/changedAt lies in the future");
        assertThat(dora.stored().newestPlanChange()).isNull();
    }
}
