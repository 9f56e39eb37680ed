package cairn.functions.intake;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Member;
import cairn.testkit.SamplePrograms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A journey that another system tells of: it is begun, and never changed (semantics 9).
class JourneyStartedTest {
    private static final String SKIN = "\"program\":\"skin\",\"startedOn\":\"2026-03-01\"";
    private static final String IN_TOKYO = ",\"timeZone\":\"Asia/Tokyo\",\"locale\":\"ja\"";

    private final Dora dora = new Dora();

    @AfterEach
    void noLogLineSaysWhoItWasAbout() {
        assertThat(dora.log).isNotEmpty().noneMatch(line -> line.contains(Dora.ID.subject()));
    }

    @Test
    void theExampleFileBeginsAJourney() {
        assertThat(dora.receives(Dora.example("journey-started.json"))).isEqualTo("applied");

        Member member = dora.stored();
        assertThat(member.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(member.locale()).isEqualTo("de-DE");
        assertThat(member.journey("skin").orElseThrow().startedOn()).isEqualTo("2026-11-15");
        assertThat(member.journey("skin").orElseThrow().run()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-10T23:30:00Z", "2036-03-10T00:00:00Z", "2000-01-01T00:00:00Z"})
    void theDayIsThatOnWhichTheBusTookItInWhateverItsSenderWrote(String time) {
        String sent = Dora.sent(
                "JourneyStarted", time, "{\"memberId\":\"" + Dora.ID.subject() + "\"," + SKIN + IN_TOKYO + "}");
        dora.receives(Dora.takenIn("2026-03-10T23:30:00Z", sent));
        assertThat(dora.stored().journey("skin").orElseThrow().createdOn())
                .as("half past eight on the 11th in Tokyo")
                .isEqualTo("2026-03-11");
        assertThat(dora.stored().lastDay()).isEqualTo("2026-03-11");
    }

    @Test
    void tomorrowThereIsTheLatestStart() {
        assertThat(dora.receives(Dora.journeyStarted(
                        "2026-03-10T10:00:00Z",
                        "\"program\":\"skin\",\"startedOn\":\"2026-03-12\",\"timeZone\":\"Pacific/Kiritimati\"")))
                .isEqualTo("applied");
    }

    @Test
    void aJourneyThatExistsIsLeftAsItIs() {
        dora.at("2026-03-10T09:00:00Z")
                .start(Dora.ID, SamplePrograms.SKIN, LocalDate.of(2026, 2, 1), ZoneId.of("Europe/Berlin"));
        Member before = dora.stored();

        assertThat(dora.receives(Dora.journeyStarted("2026-03-11T09:00:00Z", SKIN + IN_TOKYO)))
                .isEqualTo("ignored");

        assertThat(dora.stored()).isEqualTo(before);
    }

    @Test
    void aZoneAndALanguageThatTheMemberNamedStay() {
        dora.at("2026-03-01T09:00:00Z").setLiving(Dora.ID, ZoneId.of("Europe/Berlin"), "de");
        assertThat(dora.receives(Dora.journeyStarted("2026-03-02T09:00:00Z", SKIN + IN_TOKYO)))
                .isEqualTo("applied");
        assertThat(dora.stored().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(dora.stored().locale()).isEqualTo("de");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
        "zh_TW"            | zh-TW
        "en_US.UTF-8"      | en-US
        "!!"               | none
        "C"                | none
        "canary-canary-canary-canary-canary-canary" | none
        7                  | none
        {"canary":[]}      | none
        """)
    void aLocaleThatCannotBeReadIsLeftOutAndTheRestCounts(String sent, @Nullable String kept) {
        String event = Dora.journeyStarted("2026-03-02T09:00:00Z", SKIN + ",\"timeZone\":\"ROC\",\"locale\":" + sent);
        assertThat(dora.receives(event)).isEqualTo("applied");
        assertThat(dora.stored().locale()).isEqualTo(kept);
        assertThat(dora.stored().zone()).isEqualTo(ZoneId.of("Asia/Taipei"));
        assertThat(dora.log.getLast().contains("\"leftOut\":[\"/locale\"]")).isEqualTo(kept == null);
        assertThat(dora.log.getLast()).doesNotContain("canary-canary");
    }

    @Test
    void aZoneThatCannotBeReadLeavesTheMembersOwn() {
        dora.livesIn("Europe/Berlin", "2026-03-01T09:00:00Z");
        assertThat(dora.receives(Dora.journeyStarted("2026-03-02T09:00:00Z", SKIN + ",\"timeZone\":\"Mars/Base\"")))
                .isEqualTo("applied");
        assertThat(dora.stored().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(dora.log.getLast()).contains("\"leftOut\":[\"/timeZone\"]");
    }

    @Test
    void aMemberWhoseZoneIsKnownNeedsNoneInTheEvent() {
        dora.livesIn("Europe/Berlin", "2026-03-01T09:00:00Z");
        assertThat(dora.receives(Dora.journeyStarted("2026-03-02T09:00:00Z", SKIN)))
                .isEqualTo("applied");
    }

    @Test
    void aPlanThatCameBeforeTheJourneyHoldsInIt() {
        dora.changesPlan("pro", "2026-02-20T09:00:00Z");
        dora.receives(Dora.journeyStarted("2026-03-02T09:00:00Z", SKIN + IN_TOKYO));
        assertThat(dora.visits(Instant.parse("2026-04-07T09:00:00Z")))
                .extracting("slot")
                .containsExactly("weekly-2026-04-07");
    }
}
