package cairn.functions.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckInId;
import cairn.checkins.Members;
import cairn.lambda.Json;
import cairn.testkit.HttpEvent;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.InputCosts;
import cairn.testkit.LargeHeads;
import cairn.testkit.LargeValues;
import cairn.testkit.SamplePrograms;
import cairn.timeline.SlotKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What input of a card's routes costs: see [InputCosts].
@Tag("benchmark")
class CheckInsInputBenchmark {
    private static final Instant NOW = Instant.parse("2026-03-08T08:00:00Z");
    private static final String ID = new CheckInId(1, "skin", 1, new SlotKey.Milestone(7)).text();
    private static final String ANSWERS = "{\"answers\":{\"comfort\":7,\"feel\":\"dry\"}}";

    private int inputs;

    @Test
    void noCompletionCostsMoreThanItsLength() {
        HttpEvent event = event("completion", ID);
        InputCosts costs = InputCosts.of("PUT completion", send(event.withBody(ANSWERS)));
        fair(costs, event, ANSWERS);
        fields(costs, event, "{\"answers\":%s}");
        fields(costs, event, "{\"answers\":{},\"answeredAt\":%s}");
        for (String question : List.of("comfort", "feel", "changes", "dose", "note", "sun")) {
            fields(costs, event, "{\"answers\":{\"" + question + "\":%s}}");
        }
        expectAll(costs);
    }

    @Test
    void noSnoozeCostsMoreThanItsLength() {
        HttpEvent event = event("snooze", ID);
        String until = "{\"until\":\"2026-03-09T08:00:00.000Z\"}";
        InputCosts costs = InputCosts.of("PUT snooze", send(event.withBody(until)));
        fair(costs, event, until);
        fields(costs, event, "{\"until\":%s}");
        expectAll(costs);
    }

    @Test
    void noHeadCostsMoreThanItsLength() {
        HttpEvent dismissal = event("dismissal", ID);
        InputCosts costs = InputCosts.of("PUT dismissal", send(dismissal));
        LargeHeads.values().forEach((name, value) -> input(costs, "id: " + name, event("dismissal", value)));
        HttpEvent history = history("skin");
        costs.against("GET check-ins", send(history));
        inputs++;
        LargeHeads.of(history).forEach((name, head) -> input(costs, name, head));
        LargeHeads.values().forEach((name, value) -> {
            input(costs, "program: " + name, history(value));
            input(costs, "cursor: " + name, history.withQuery("cursor", value));
            input(costs, "limit: " + name, history.withQuery("limit", value));
        });
        expectAll(costs);
    }

    private void fair(InputCosts costs, HttpEvent event, String body) {
        costs.against("a fair body of 16 KB: one more field, records", send(event.withBody(LargeValues.fair(body))));
        inputs++;
        LargeValues.unknownFields()
                .forEach((name, more) ->
                        input(costs, name, event.withBody(body.substring(0, body.length() - 1) + more + "}")));
    }

    private void fields(InputCosts costs, HttpEvent event, String format) {
        LargeValues.any()
                .forEach((name, value) ->
                        input(costs, format + " " + name, event.withBody(format.replace("%s", value))));
    }

    private void input(InputCosts costs, String name, HttpEvent event) {
        costs.input(name, send(event));
        inputs++;
    }

    private void expectAll(InputCosts costs) {
        assertThat(costs.measure())
                .hasSize(1 + inputs)
                .allSatisfy(cost -> assertThat(cost.status()).as(cost.input()).isBetween(200, 499));
    }

    /// To a function of its own, with a card open.
    private static InputCosts.Invocation send(HttpEvent event) {
        InMemoryLedger ledger = new InMemoryLedger();
        Members members = new Members(ledger, SamplePrograms.both(), Json.ANSWER_FORMAT, NOW, _ -> {});
        members.start(Anna.ID, SamplePrograms.SKIN, LocalDate.of(2026, 3, 1), ZoneId.of("Europe/Berlin"));
        members.due(Anna.ID);
        return InputCosts.http(new CheckIns(SamplePrograms.both(), _ -> ledger, Anna.KEY, _ -> {}), event);
    }

    private static HttpEvent event(String action, String id) {
        return at(HttpEvent.of("PUT", "/v1/me/check-ins/{id}/" + action, "/v1/me/check-ins/" + id + "/" + action));
    }

    private static HttpEvent history(String program) {
        return at(HttpEvent.of(
                "GET", "/v1/me/journeys/{program}/check-ins", "/v1/me/journeys/" + program + "/check-ins"));
    }

    private static HttpEvent at(HttpEvent event) {
        return event.as(Anna.ID.subject()).at(NOW);
    }
}
