package cairn.functions.due;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.lambda.Json;
import cairn.testkit.HttpEvent;
import cairn.testkit.HttpResult;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import cairn.timeline.SlotKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Every test runs with the cached answer as it was left, and made stale, absent and foreign before each read: the
/// replies are the same.
@ParameterizedClass
@EnumSource(CacheState.class)
class DueTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final MemberId ANNA = new MemberId("anna");

    private final InMemoryLedger stored = new InMemoryLedger();
    private final List<String> log = new ArrayList<>();
    private final Ledger ledger;
    private final Due function;

    DueTest(CacheState cache) {
        this.ledger = cache.over(stored);
        this.function = new Due(SamplePrograms.both(), _ -> ledger, log::add);
    }

    @Test
    void aPersonOfWhomNothingIsStoredHasNothingDue() {
        HttpResult reply = ask("2026-03-08T08:00:00Z");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()).isEqualTo(json("{\"due\":[],\"next\":[],\"validUntil\":null}"));
    }

    @Test
    void beforeTheFirstMilestoneOnlyTheNextIsKnown() {
        start(SamplePrograms.SKIN, "2026-03-01");
        JsonNode reply = ask("2026-03-07T22:59:59.999Z").json();
        assertThat(reply.path("due")).isEmpty();
        assertThat(reply.path("next").path(0).path("slot").asText()).isEqualTo("day-7");
        assertThat(reply.path("next").path(0).path("dueOn").asText()).isEqualTo("2026-03-08");
        assertThat(reply.path("next").path(0).path("opensAt").asText()).isEqualTo("2026-03-07T23:00:00.000Z");
        assertThat(reply.path("validUntil").asText()).isEqualTo("2026-03-07T23:00:00.000Z");
    }

    @Test
    void theMilestoneOpensWithItsDayWhereThePersonLives() {
        start(SamplePrograms.SKIN, "2026-03-01");
        JsonNode due = ask("2026-03-07T23:00:00Z").json().path("due").path(0);
        assertThat(due.path("slot").asText()).isEqualTo("day-7");
        assertThat(due.path("kind").asText()).isEqualTo("milestone");
        assertThat(due.path("dueOn").asText()).isEqualTo("2026-03-08");
        assertThat(due.path("opensAt").asText()).isEqualTo("2026-03-07T23:00:00.000Z");
        assertThat(due.path("closesOn").asText()).isEqualTo("2026-03-16");
        assertThat(due.path("openedAt").asText()).isEqualTo("2026-03-07T23:00:00.000Z");
    }

    @Test
    void askingAgainIsAnsweredWithTheSameCheckIn() {
        start(SamplePrograms.SKIN, "2026-03-01");
        String first = ask("2026-03-08T08:00:00Z").body();
        assertThat(ask("2026-03-08T08:00:01Z").body()).isEqualTo(first);
        assertThat(ask("2026-03-15T22:59:59.999Z").body()).isEqualTo(first);
    }

    @Test
    void oneWhoWasAwayForFourHundredDaysGetsOneCard() {
        start(SamplePrograms.SKIN, "2026-03-01");
        JsonNode reply = ask("2027-04-05T08:00:00Z").json();
        assertThat(reply.path("due")).hasSize(1);
        assertThat(reply.path("due").path(0).path("slot").asText()).isEqualTo("monthly-2027-03-31");
    }

    @Test
    void aCardStaysDueUntilTheNextSlotTakesItsPlace() {
        start(SamplePrograms.SKIN, "2026-03-01");
        ask("2026-03-08T08:00:00Z");
        assertThat(slots("2026-03-15T22:59:59Z")).containsExactly("day-7");
        assertThat(slots("2026-03-15T23:00:00Z")).containsExactly("day-15");
    }

    @Test
    void aWindowClosesACardBeforeTheNextSlotComes() {
        start(SamplePrograms.HAIR, "2026-03-01");
        assertThat(slots("2026-03-08T08:00:00Z")).containsExactly("day-7");
        assertThat(slots("2026-03-12T22:59:59Z")).containsExactly("day-7");
        assertThat(slots("2026-03-12T23:00:00Z")).isEmpty();
    }

    @Test
    void aSlotThatHasClosedIsNotOpenedAnyMore() {
        start(SamplePrograms.HAIR, "2026-03-01");
        assertThat(slots("2026-03-14T08:00:00Z")).isEmpty();
        assertThat(slots("2026-03-16T08:00:00Z")).containsExactly("day-15");
    }

    @Test
    void twoProgramsHaveACardEach() {
        start(SamplePrograms.SKIN, "2026-03-01");
        start(SamplePrograms.HAIR, "2026-03-01");
        JsonNode due = ask("2026-03-08T08:00:00Z").json().path("due");
        assertThat(due).hasSize(2);
        assertThat(due.findValuesAsText("program")).containsExactly("hair", "skin");
    }

    @Test
    void aSnoozedCardComesBackOnTheMillisecond() {
        start(SamplePrograms.SKIN, "2026-03-01");
        ask("2026-03-08T08:00:00Z");
        CheckInId id = new CheckInId(1, SamplePrograms.SKIN, 1, new SlotKey.Milestone(7));
        checkInsAt("2026-03-08T08:00:01Z").snooze(ANNA, id, Instant.parse("2026-03-09T06:00:00.250Z"));
        assertThat(slots("2026-03-09T06:00:00.249Z")).isEmpty();
        assertThat(slots("2026-03-09T06:00:00.250Z")).containsExactly("day-7");
    }

    @Test
    void afterANewYearTheDaysAreStillDays() {
        start(SamplePrograms.SKIN, "2026-12-25");
        JsonNode due = ask("2027-01-01T08:00:00Z").json().path("due").path(0);
        assertThat(due.path("dueOn").asText()).isEqualTo("2027-01-01");
        assertThat(due.path("closesOn").asText()).isEqualTo("2027-01-09");
    }

    @Test
    void timeTravelBackwardsShowsNoCardOfTheFutureTwice() {
        start(SamplePrograms.SKIN, "2026-03-01");
        String then = ask("2026-03-16T08:00:00Z").body();
        assertThat(slots("2026-03-10T08:00:00Z")).containsExactly("day-15");
        assertThat(ask("2026-03-16T08:00:00Z").body()).isEqualTo(then);
    }

    @Test
    void flyingWestAcrossTheDateLineMakesNoDayHappenTwice() {
        start(SamplePrograms.SKIN, "2026-03-01");
        checkInsAt("2026-03-07T09:00:00Z").setLiving(ANNA, ZoneId.of("Pacific/Kiritimati"), null);
        assertThat(slots("2026-03-07T10:00:00Z")).containsExactly("day-7");
        checkInsAt("2026-03-07T11:00:00Z").setLiving(ANNA, ZoneId.of("Pacific/Pago_Pago"), null);
        assertThat(slots("2026-03-07T12:00:00Z")).containsExactly("day-7");
        assertThat(slots("2026-03-09T12:00:00Z")).containsExactly("day-7");
    }

    @Test
    void theCardIsInTheMembersLanguageThenTheRequestsThenTheProgramsDefault() {
        start(SamplePrograms.SKIN, "2026-03-01");
        assertThat(title("2026-03-08T08:00:00Z", null)).isEqualTo("How is it going?");
        assertThat(title("2026-03-08T08:00:00Z", "fr, de-AT;q=0.8")).isEqualTo("Wie läuft es?");
        checkInsAt("2026-03-08T08:00:00Z").setLiving(ANNA, BERLIN, "de");
        assertThat(title("2026-03-08T08:00:00Z", "en")).isEqualTo("Wie läuft es?");
    }

    @Test
    void theCardCarriesItsQuestions() {
        start(SamplePrograms.SKIN, "2026-03-01");
        JsonNode questions = ask("2026-03-08T08:00:00Z").json().at("/due/0/card/questions");
        assertThat(questions.findValuesAsText("kind"))
                .containsExactly("scale", "choice", "choices", "number", "text", "yes-no");
        assertThat(questions.path(0))
                .isEqualTo(
                        json(
                                "{\"id\":\"comfort\",\"kind\":\"scale\",\"text\":\"Comfort\",\"required\":true,\"min\":1,\"max\":10}"));
    }

    @Test
    void anUnchangedAnswerIsNotSentTwice() {
        start(SamplePrograms.SKIN, "2026-03-01");
        String etag = requireNonNull(ask("2026-03-08T08:00:00Z").headers().get("ETag"));
        HttpResult again = HttpResult.of(function, event("2026-03-08T09:00:00Z").withHeader("if-none-match", etag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void nothingIsLoggedAsAnErrorAndNothingPersonalAtAll() {
        start(SamplePrograms.SKIN, "2026-03-01");
        ask("2026-03-08T08:00:00Z");
        assertThat(log)
                .singleElement()
                .asString()
                .contains("\"slots\":[\"day-7\"]")
                .doesNotContain("anna", "ERROR");
    }

    private @Nullable String title(String now, @Nullable String acceptLanguage) {
        HttpEvent event = event(now);
        HttpEvent asked = acceptLanguage == null ? event : event.withHeader("accept-language", acceptLanguage);
        return HttpResult.of(function, asked).json().at("/due/0/card/title").asText();
    }

    private List<String> slots(String now) {
        return ask(now).json().path("due").findValuesAsText("slot");
    }

    private HttpResult ask(String now) {
        return HttpResult.of(function, event(now));
    }

    private static HttpEvent event(String now) {
        return HttpEvent.of("GET", "/v1/me/due", "/v1/me/due")
                .as(ANNA.subject())
                .at(Instant.parse(now));
    }

    private void start(String program, String startedOn) {
        checkInsAt(startedOn + "T09:00:00Z").start(ANNA, program, LocalDate.parse(startedOn), BERLIN);
    }

    private Members checkInsAt(String now) {
        return new Members(ledger, SamplePrograms.both(), Json.ANSWER_FORMAT, Instant.parse(now), _ -> {});
    }

    private static JsonNode json(String text) {
        return new HttpResult(200, Map.of(), text).json();
    }
}
