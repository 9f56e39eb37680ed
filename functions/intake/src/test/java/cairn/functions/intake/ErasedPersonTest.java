package cairn.functions.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Standing;
import cairn.checkins.Tombstone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Events about a person who was erased are ignored: while the tombstone stands all of them, in the next
/// life those dated before the erasure (semantics 12).
class ErasedPersonTest {
    private static final String ERASED_AT = "2026-03-20T09:00:00Z";
    private static final String SKIN =
            "\"program\":\"skin\",\"startedOn\":\"2026-03-19\",\"timeZone\":\"Europe/Berlin\"";

    private final Dora dora = new Dora();

    @BeforeEach
    void erased() {
        dora.livesIn("Europe/Berlin", "2026-03-01T09:00:00Z").changesPlan("pro", "2026-03-10T09:00:00Z");
        dora.at(ERASED_AT).erase(Dora.ID);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-15T09:00:00Z", "2026-03-20T09:00:00Z", "2027-03-20T09:00:00Z"})
    void whileTheTombstoneStandsNothingIsTaken(String time) {
        Standing before = dora.ledger.standing(Dora.ID);
        assertThat(before).isInstanceOf(Tombstone.class);
        assertThat(dora.receives(Dora.planChanged(time, "paused", time, null))).isEqualTo("ignored");
        assertThat(dora.receives(Dora.journeyStarted(time, SKIN))).isEqualTo("ignored");
        assertThat(dora.ledger.standing(Dora.ID)).isEqualTo(before);
        assertThat(dora.log).noneMatch(line -> line.contains(Dora.ID.subject()));
    }

    @ParameterizedTest(name = "dated {0}: {1}")
    @CsvSource({
        "2026-03-20T08:59:59.999Z, ignored",
        "2026-03-20T09:00:00Z,     applied",
        "2026-03-21T09:00:00Z,     applied"
    })
    void inTheNextLifeTheirDateDecides(String dated, String outcome) {
        dora.at("2026-03-22T09:00:00Z").beginAgain(Dora.ID);
        assertThat(dora.receives(Dora.planChanged("2026-03-23T09:00:00Z", "paused", dated, null)))
                .isEqualTo(outcome);
        assertThat(dora.receives(Dora.takenIn(
                        "2026-03-23T09:00:00Z",
                        Dora.sent(
                                "JourneyStarted", dated, "{\"memberId\":\"" + Dora.ID.subject() + "\"," + SKIN + "}"))))
                .isEqualTo(outcome);
        assertThat(dora.stored().journeys().isEmpty()).isEqualTo(outcome.equals("ignored"));
        assertThat(dora.stored().newestPlanChange() == null).isEqualTo(outcome.equals("ignored"));
    }

    @ParameterizedTest(name = "plan {0}")
    @CsvSource({"no-such-plan", "pro"})
    void whatIsAboutTheLifeThatIsOverIsNotEvenRefused(String plan) {
        dora.at("2026-03-22T09:00:00Z").beginAgain(Dora.ID);
        assertThat(dora.receives(Dora.planChanged("2026-03-23T09:00:00Z", plan, "2026-03-10T09:00:00Z", null)))
                .isEqualTo("ignored");
    }
}
