package cairn.functions.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.checkins.Nobody;
import cairn.lambda.EventFunction;
import cairn.testkit.HostileJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Events that no reader takes go with their reason to the dead-letter queue, and change nothing.
class HostileEventsTest {
    private static final String NOW = "2026-03-10T09:00:00Z";
    private static final String PLAN_CHANGED =
            "{\"memberId\":\"canary-4f1c9d52-7a86\",\"plan\":\"pro\",\"changedAt\":\"2026-03-10T09:00:00Z\","
                    + "\"effectiveAt\":\"2026-03-10T09:00:00Z\"}";
    private static final String JOURNEY_STARTED =
            "{\"memberId\":\"canary-4f1c9d52-7a86\",\"program\":\"skin\",\"startedOn\":\"2026-03-10\","
                    + "\"timeZone\":\"Europe/Berlin\"}";

    /// Of an event whose zone was left out.
    private static final String NO_ZONE = "the member has no time zone yet";

    private final Dora dora = new Dora();

    @ParameterizedTest
    @MethodSource("cairn.testkit.HostileJson#unreadable")
    void whatNoReaderTakesIsRefused(String value) {
        isRefused("PlanChanged", PLAN_CHANGED, value, " is ", "is not JSON");
        isRefused("JourneyStarted", JOURNEY_STARTED, value, " is ", "is not JSON", NO_ZONE);
    }

    @ParameterizedTest
    @MethodSource("cairn.testkit.HostileJson#notUnicode")
    void aTextThatIsNotUnicodeIsRefused(String value) {
        String why = "contains a lone surrogate, which is not Unicode";
        isRefused("PlanChanged", PLAN_CHANGED, value, why);
        isRefused("JourneyStarted", JOURNEY_STARTED, value, why, NO_ZONE);
    }

    private void isRefused(String type, String sound, String value, String... anyOf) {
        for (String hole : HostileJson.holes(sound)) {
            String event = Dora.event(type, NOW, hole.replace(HostileJson.HOLE, value));

            assertThatThrownBy(() -> dora.receives(event))
                    .as(type + hole)
                    .isInstanceOf(EventFunction.Refused.class)
                    .message()
                    .containsAnyOf(anyOf)
                    .doesNotStartWith(" ");
            assertThat(dora.ledger.standing(Dora.ID)).isEqualTo(new Nobody(Dora.ID));
        }
    }
}
