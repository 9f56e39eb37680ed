package cairn.functions.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cairn.checkins.Member;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What billing says of a member's plan (semantics 9).
class PlanChangedTest {
    private final Dora dora = new Dora();

    @AfterEach
    void noLogLineSaysWhoItWasAbout() {
        assertThat(dora.log).isNotEmpty().noneMatch(line -> line.contains(Dora.ID.subject()));
    }

    @Test
    void theExampleFileIsTakenInTheMembersOwnZone() {
        dora.livesIn("Europe/Berlin", "2026-12-01T09:00:00Z");

        assertThat(dora.receives(Dora.example("plan-changed.json"))).isEqualTo("applied");

        assertThat(dora.plans()).containsExactly("pro since 2026-12-19");
        assertThat(dora.stored().newestPlanChange())
                .hasToString("PlanChange[plan=pro, changedAt=2026-12-18T14:02:10.482Z, sequence=0,"
                        + " effectiveAt=2026-12-18T23:00:00Z]");
    }

    @Test
    void aPlanMayBeKnownBeforeTheZoneAndTheFirstJourney() {
        assertThat(dora.receives(Dora.example("plan-changed.json"))).isEqualTo("applied");

        assertThat(dora.plans()).as("in UTC until she names a zone").containsExactly("pro since 2026-12-18");
        assertThat(dora.stored().lastDay()).as("no day of hers is known yet").isNull();
        assertThat(dora.at("2026-12-19T09:00:00Z").member(Dora.ID).plan()).isEqualTo("pro");
    }

    @ParameterizedTest(name = "in {0} {1} is {2}")
    @CsvSource({
        "Pacific/Kiritimati,  2026-03-24T09:59:59.999Z, 2026-03-24",
        "Pacific/Kiritimati,  2026-03-24T10:00:00Z,     2026-03-25",
        "Pacific/Pago_Pago,   2026-03-24T10:59:59.999Z, 2026-03-23",
        "Pacific/Pago_Pago,   2026-03-24T11:00:00Z,     2026-03-24",
        "Asia/Kathmandu,      2026-03-23T18:15:00Z,     2026-03-24",
        "Europe/Berlin,       2026-03-28T23:00:00Z,     2026-03-29",
        "Europe/Berlin,       2026-03-29T21:59:59.999Z, 2026-03-29",
        "UTC,                 2027-12-31T23:59:59.999Z, 2027-12-31"
    })
    void effectiveAtIsADayWhereTheMemberLives(String zone, String effectiveAt, LocalDate since) {
        dora.livesIn(zone, "2026-03-01T09:00:00Z");
        dora.changesPlan("pro", "2026-03-02T09:00:00Z", effectiveAt);
        assertThat(dora.plans()).containsExactly("pro since " + since);
    }

    /// The day it is there decides, not the one in UTC.
    @ParameterizedTest(name = "in {0} {1} is {2}")
    @CsvSource({
        "Pacific/Kiritimati, 2199-12-31T09:59:59.999Z, pro since 2199-12-31",
        "Pacific/Kiritimati, 2199-12-31T10:00:00Z,     ",
        "Pacific/Kiritimati, 2199-12-31T20:00:00Z,     ",
        "Etc/GMT+12,         2199-12-31T23:59:59.999Z, pro since 2199-12-31"
    })
    void effectiveAtIsRefusedOnADayThatDoesNotExistThere(String zone, String effectiveAt, @Nullable String plans) {
        dora.livesIn(zone, "2026-03-01T09:00:00Z");

        if (plans == null) {
            assertThatThrownBy(() -> dora.changesPlan("pro", "2026-03-02T09:00:00Z", effectiveAt))
                    .hasMessageContaining("/effectiveAt is not on a day from 2000-01-01 to 2199-12-31");
            assertThat(dora.stored().newestPlanChange()).isNull();
        } else {
            dora.changesPlan("pro", "2026-03-02T09:00:00Z", effectiveAt);
            assertThat(dora.plans()).containsExactly(plans);
        }
    }

    @Test
    void withoutEffectiveAtOrWithOneThatHasPassedItHoldsFromToday() {
        dora.livesIn("Europe/Berlin", "2026-03-01T09:00:00Z");
        dora.changesPlan("pro", "2026-03-05T22:59:59.999Z");
        assertThat(dora.plans()).containsExactly("pro since 2026-03-05");
        dora.changesPlan("paused", "2026-03-10T09:00:00Z", "2026-03-06T09:00:00Z");
        assertThat(dora.plans()).containsExactly("pro since 2026-03-05", "paused since 2026-03-10");
    }

    @Test
    void ofSeveralOnADayTheLastIsKept() {
        dora.changesPlan("pro", "2026-03-05T09:00:00Z");
        dora.changesPlan("paused", "2026-03-05T10:00:00Z");
        dora.changesPlan("pro", "2026-03-05T11:00:00Z");
        assertThat(dora.plans()).containsExactly("pro since 2026-03-05");
    }

    @Test
    void whatTheMemberHasAlreadyIsNotSaidAgain() {
        assertThat(dora.changesPlan("free", "2026-03-05T09:00:00Z")).isEqualTo("applied");
        assertThat(dora.plans()).isEmpty();
        assertThat(dora.stored().newestPlanChange()).isNotNull();
    }

    @Test
    void aDowngradeIsHeldUntilItsDay() {
        dora.changesPlan("pro", "2026-03-05T09:00:00Z");
        dora.changesPlan("free", "2026-03-10T09:00:00Z", "2026-04-05T00:00:00Z");
        assertThat(dora.plans()).containsExactly("pro since 2026-03-05", "free since 2026-04-05");
        assertThat(dora.at("2026-04-04T23:59:59Z").member(Dora.ID).plan()).isEqualTo("pro");
        assertThat(dora.at("2026-04-05T00:00:00Z").member(Dora.ID).plan()).isEqualTo("free");
    }

    @Test
    void aNewerChangeDropsADowngradeStillAhead() {
        dora.changesPlan("pro", "2026-03-05T09:00:00Z");
        dora.changesPlan("free", "2026-03-10T09:00:00Z", "2026-04-05T00:00:00Z");

        dora.changesPlan("pro", "2026-03-20T09:00:00Z");

        assertThat(dora.plans()).as("she never left").containsExactly("pro since 2026-03-05");
    }

    @Test
    void whatHasBegunIsNeverRewritten() {
        dora.changesPlan("pro", "2026-03-05T09:00:00Z");
        dora.changesPlan("free", "2026-03-10T09:00:00Z", "2026-03-12T00:00:00Z");
        dora.changesPlan("paused", "2026-03-13T09:00:00Z", "2026-03-01T00:00:00Z");
        assertThat(dora.plans())
                .containsExactly("pro since 2026-03-05", "free since 2026-03-12", "paused since 2026-03-13");
    }

    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        "pro,    2026-03-10T09:00:00Z,     the same again",
        "paused, 2026-03-10T08:59:59.999Z, an older one",
        "pro,    2026-03-01T09:00:00Z,     an older one that names the same plan"
    })
    void duplicatesAndLateOnesDoNotEvenWrite(String plan, String changedAt, String which) {
        dora.livesIn("Europe/Berlin", "2026-03-01T09:00:00Z").changesPlan("pro", "2026-03-10T09:00:00Z");
        Member before = dora.stored();

        assertThat(dora.receives(Dora.planChanged("2026-03-20T09:00:00Z", plan, changedAt, null)))
                .as(which)
                .isEqualTo("ignored");

        assertThat(dora.stored()).isEqualTo(before);
    }

    /// Billing's clock may tick in seconds: the sequence tells what it did within one.
    @ParameterizedTest(name = "after {0}: {1} with {2}, {3}")
    @CsvSource(nullValues = "none", textBlock = """
        pro 1,  paused, 2,                applied
        pro 0,  paused, 1,                applied
        pro 1,  pro,    1,                ignored
        pro 1,  paused, 0,                ignored
        pro 1,  paused, none,             ignored
        pro 0,  pro,    none,             ignored
        pro 1,  pro,    9007199254740991, applied
        pro 1,  pro,    2.0,              applied
        """)
    void ofTwoChangesInOneSecondTheLargerSequenceIsTheNewer(
            String first, String plan, @Nullable String sequence, String outcome) {
        String changedAt = "2026-03-10T09:00:00Z";
        String[] before = first.split(" ", -1);
        dora.receives(sequenced(before[0], changedAt, before[1]));

        assertThat(dora.receives(sequenced(plan, changedAt, sequence))).isEqualTo(outcome);

        String now = outcome.equals("applied") ? plan : before[0];
        assertThat(dora.at("2026-03-11T09:00:00Z").member(Dora.ID).plan()).isEqualTo(now);
    }

    @Test
    void aLaterInstantIsNewerWhateverTheSequence() {
        dora.receives(sequenced("pro", "2026-03-10T09:00:00Z", "7"));
        assertThat(dora.receives(sequenced("paused", "2026-03-10T09:00:01Z", "3")))
                .isEqualTo("applied");
        assertThat(dora.receives(sequenced("free", "2026-03-10T09:00:00Z", "8")))
                .isEqualTo("ignored");
    }

    private static String sequenced(String plan, String changedAt, @Nullable String sequence) {
        String more = sequence == null ? "" : ",\"sequence\":" + sequence;
        return Dora.event("PlanChanged", "2026-03-10T09:00:02Z", Dora.planChange(plan, changedAt, more));
    }

    @Test
    void theNewestWinsEvenWhereItNamesAnEarlierDay() {
        dora.changesPlan("pro", "2026-03-10T09:00:00Z", "2026-06-01T00:00:00Z");
        dora.changesPlan("paused", "2026-03-11T09:00:00Z", "2026-05-01T00:00:00Z");
        assertThat(dora.plans()).containsExactly("paused since 2026-05-01");
    }

    @Test
    void aClockMayBeFiveMinutesAhead() {
        assertThat(dora.receives(Dora.planChanged("2026-03-10T09:00:00Z", "pro", "2026-03-10T09:05:00.000Z", null)))
                .isEqualTo("applied");
        assertThat(dora.stored().newestPlanChange())
                .extracting("changedAt")
                .isEqualTo(Instant.parse("2026-03-10T09:05:00Z"));
    }

    @Test
    void aDowngradeAheadChangesWhichCardsCome() {
        dora.receives(Dora.journeyStarted(
                "2026-03-01T09:00:00Z",
                "\"program\":\"skin\",\"startedOn\":\"2026-03-01\",\"timeZone\":\"Europe/Berlin\""));
        dora.changesPlan("pro", "2026-03-02T09:00:00Z");
        dora.changesPlan("free", "2026-03-03T09:00:00Z", "2026-04-15T10:00:00Z");

        assertThat(dora.visits(Instant.parse("2026-04-14T09:00:00Z")))
                .extracting("slot")
                .containsExactly("weekly-2026-04-14");
        assertThat(dora.visits(Instant.parse("2026-05-14T09:00:00Z")))
                .extracting("slot")
                .containsExactly("monthly-2026-05-14");
    }
}
