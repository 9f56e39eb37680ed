package cairn.functions.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckInId;
import cairn.testkit.HttpResult;
import cairn.timeline.SlotKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How a journey looks in time, and why.
class LookingTest {
    private final Ben ben = new Ben();

    @BeforeEach
    void createdOnDayTen() {
        ben.starts("2026-03-11T09:00:00Z", "{\"startedOn\":\"2026-03-01\",\"timeZone\":\"Europe/Berlin\"}");
    }

    @Test
    void everySlotHasItsState() {
        ben.due("2026-03-16T09:00:00Z");
        CheckInId dayFifteen = new CheckInId(1, "skin", 1, new SlotKey.Milestone(15));
        ben.at("2026-03-16T09:00:00Z").dismiss(Ben.ID, dayFifteen);
        assertThat(states("2026-06-01T09:00:00Z", "from", "2026-03-01", "to", "2026-07-31"))
                .containsExactly(
                        "day-7 before",
                        "day-15 dismissed",
                        "day-30 missed",
                        "monthly-2026-04-30 missed",
                        "monthly-2026-05-31 upcoming",
                        "monthly-2026-06-30 upcoming",
                        "monthly-2026-07-31 upcoming");
    }

    @Test
    void aSlotThatCanStillOpenIsUpcomingEvenIfItLiesBeforeTheJourneyWasCreated() {
        assertThat(states("2026-03-11T09:00:00Z", "from", "2026-03-01", "to", "2026-03-16"))
                .containsExactly("day-7 upcoming", "day-15 upcoming");
    }

    @Test
    void lookingOpensNothing() {
        long version = ben.ledger.member(Ben.ID).orElseThrow().version();
        ben.timeline("2026-03-16T09:00:00Z");
        ben.explanation("2026-03-16T09:00:00Z");
        ben.journey("2026-03-16T09:00:00Z");
        assertThat(ben.ledger.member(Ben.ID).orElseThrow().version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2027-02-04, 200, ''",
        "2026-01-01, 2027-02-05, 422, /to",
        "2026-01-02, 2026-01-01, 422, /to",
        "2026-02-30, 2026-01-01, 422, /from",
        "+02026-03-07, 2026-04-01, 422, /from",
        "2026-03-07, +02026-04-01, 422, /to"
    })
    void fourHundredDaysAreShownAtMost(String from, String to, int status, String pointer) {
        HttpResult reply = ben.timeline("2026-03-16T09:00:00Z", "from", from, "to", to);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().at("/errors/0/pointer").asText("")).isEqualTo(pointer);
    }

    @Test
    void anExplanationNamesEachRuleInItsOrder() {
        JsonNode why = ben.explanation("2026-03-16T09:00:00Z").json();
        assertThat(why.path("due").asBoolean()).isTrue();
        assertThat(why.path("today").asText()).isEqualTo("2026-03-16");
        assertThat(why.path("steps").findValuesAsText("rule"))
                .containsExactly("today", "plan", "timeline", "order", "window", "card");
        assertThat(why.at("/steps/5/verdict").asText()).isEqualTo("asking opens day-15 of 2026-03-16 and shows it");
    }

    @Test
    void anExplanationSaysWhatWillChangeIt() {
        ben.due("2026-03-16T09:00:00Z");
        JsonNode why = ben.explanation("2026-03-16T10:00:00Z").json();
        assertThat(why.path("ahead").findValuesAsText("what"))
                .containsExactly("day-30 of 2026-03-31 can open", "day-15 of 2026-03-16 closes");
        assertThat(why.at("/ahead/0/at").asText()).isEqualTo("2026-03-30T22:00:00.000Z");
    }

    @Test
    void everyInstantInAnExplanationHasThreeFractionalDigits() {
        ben.due("2026-03-16T09:00:00Z");
        CheckInId dayFifteen = new CheckInId(1, "skin", 1, new SlotKey.Milestone(15));
        ben.at("2026-03-16T09:00:00Z").snooze(Ben.ID, dayFifteen, Instant.parse("2026-03-18T06:30:00Z"));

        JsonNode why = ben.explanation("2026-03-17T09:00:00Z").json();

        assertThat(why.at("/steps/0/inputs/now").asText()).isEqualTo("2026-03-17T09:00:00.000Z");
        assertThat(why.at("/steps/5/inputs/openedAt").asText()).isEqualTo("2026-03-16T09:00:00.000Z");
        assertThat(why.at("/steps/5/inputs/snoozedUntil").asText()).isEqualTo("2026-03-18T06:30:00.000Z");
    }

    @Test
    void anExplanationCanBeOfAnotherMoment() {
        JsonNode why = ben.explanation("2026-03-16T09:00:00Z", "at", "2026-04-02T00:00:00Z")
                .json();
        assertThat(why.path("today").asText()).isEqualTo("2026-04-02");
        assertThat(ben.explanation("2026-03-16T09:00:00Z", "at", "now").status())
                .isEqualTo(422);
    }

    private List<String> states(String now, String... query) {
        List<String> states = new ArrayList<>();
        ben.timeline(now, query)
                .json()
                .path("items")
                .forEach(item -> states.add(
                        item.path("slot").asText() + " " + item.path("state").asText()));
        return states;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00.000Z", "2026-03-16T09:00:00.000Z", "2199-12-31T23:59:59.999Z"})
    void theEndsOfTheDaysThereAreCanBeLookedAtFromAnywhere(String now) {
        ben.livesIn(now, "{\"timeZone\":\"Pacific/Kiritimati\"}");
        for (String day : List.of("2000-01-01", "2199-12-31")) {
            assertThat(ben.timeline(now, "from", day).status()).isEqualTo(200);
            assertThat(ben.timeline(now, "from", day, "to", day).status()).isEqualTo(200);
        }
        assertThat(ben.timeline(now).status()).isEqualTo(200);
        assertThat(ben.explanation(now, "at", "2000-01-01T00:00:00Z").status()).isEqualTo(200);
        assertThat(ben.explanation(now, "at", "2199-12-31T23:59:59.999Z").status())
                .isEqualTo(200);
    }
}
