package cairn.functions.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Members;
import cairn.lambda.Json;
import cairn.testkit.HttpEvent;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.InputCosts;
import cairn.testkit.LargeHeads;
import cairn.testkit.LargeValues;
import cairn.testkit.SamplePrograms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What input of the routes of member and journeys costs: see [InputCosts].
@Tag("benchmark")
class JourneysInputBenchmark {
    private static final String NOW = "2026-03-16T09:00:00Z";
    private static final String SKIN = "/v1/me/journeys/skin";
    private static final String START = "{\"startedOn\":\"2026-03-01\",\"timeZone\":\"Europe/Berlin\"}";

    private int inputs;

    @ParameterizedTest
    @CsvSource({
        "/v1/me, /v1/me",
        "/v1/me/journeys/{program}, /v1/me/journeys/skin",
        "/v1/me/journeys/{program}/timeline, /v1/me/journeys/skin/timeline",
        "/v1/me/journeys/{program}/explanation, /v1/me/journeys/skin/explanation"
    })
    void noHeadCostsMoreThanItsLength(String route, String path) {
        HttpEvent ordinary = event("GET", route, path);
        InputCosts costs = InputCosts.of("GET " + route, send(ordinary));
        LargeHeads.of(ordinary).forEach((name, head) -> input(costs, name, head));
        for (String parameter : List.of("from", "to", "at")) {
            LargeHeads.values()
                    .forEach((name, value) ->
                            input(costs, parameter + ": " + name, ordinary.withQuery(parameter, value)));
        }
        if (route.contains("{program}")) {
            LargeHeads.values()
                    .forEach((name, value) ->
                            input(costs, "program: " + name, event("GET", route, path.replace("skin", value))));
        }
        expectAll(costs);
    }

    @Test
    void noBodyOfAMemberCostsMoreThanItsLength() {
        HttpEvent ordinary = event("PUT", "/v1/me", "/v1/me");
        InputCosts costs = InputCosts.of(
                "PUT /v1/me", send(ordinary.withBody("{\"timeZone\":\"Europe/Berlin\",\"locale\":\"de-DE\"}")));
        fair(costs, ordinary, "{\"timeZone\":\"Europe/Berlin\"}");
        fields(costs, ordinary, "{\"timeZone\":%s}");
        fields(costs, ordinary, "{\"timeZone\":\"Europe/Berlin\",\"locale\":%s}");
        expectAll(costs);
    }

    @Test
    void noBodyOfAStartOrARestartCostsMoreThanItsLength() {
        HttpEvent start = event("PUT", "/v1/me/journeys/{program}", SKIN);
        InputCosts costs = InputCosts.of("PUT " + SKIN, send(start.withBody(START)));
        fair(costs, start, START);
        fields(costs, start, "{\"startedOn\":%s}");
        fields(costs, start, "{\"startedOn\":\"2026-03-01\",\"timeZone\":%s}");
        String route = "/v1/me/journeys/{program}/runs/{run}";
        HttpEvent restart = event("PUT", route, SKIN + "/runs/1");
        costs.against("PUT " + SKIN + "/runs/1", send(restart.withBody("{\"startedOn\":\"2026-03-01\"}")));
        inputs++;
        LargeHeads.values()
                .forEach((name, value) -> input(
                        costs,
                        "run: " + name,
                        event("PUT", route, SKIN + "/runs/" + value).withBody("{\"startedOn\":\"2026-03-01\"}")));
        expectAll(costs);
    }

    @Test
    void noPreviewCostsMoreThanItsLength() {
        HttpEvent ordinary = event("POST", "/v1/previews", "/v1/previews");
        String rest = ",\"startedOn\":\"2026-01-31\",\"timeZone\":\"Europe/Berlin\",\"plans\":[{\"plan\":\"free\"}]";
        String named = "{\"program\":\"skin\"" + rest + ",\"from\":\"2026-01-31\",\"to\":\"2027-03-06\"}";
        InputCosts costs = InputCosts.of("POST /v1/previews, a year", send(ordinary.withBody(named)));
        fair(costs, ordinary, named);
        for (String field : List.of("program", "startedOn", "timeZone", "plans", "at", "from", "to", "definition")) {
            fields(costs, ordinary, "{\"" + field + "\":%s}");
        }
        for (String field : List.of("milestones", "cadences", "plans", "window", "announceAt", "editedOn", "card")) {
            fields(costs, ordinary, "{\"definition\":{\"" + field + "\":%s}" + rest + "}");
        }
        String frame =
                "{\"definition\":{\"milestones\":[],\"cadences\":{\"often\":\"P1D\"},\"plans\":{\"free\":\"often\",\"none\":null},"
                        + "\"window\":\"none\"},\"startedOn\":\"2000-01-01\",\"timeZone\":\"Europe/Berlin\",\"plans\":[{\"plan\":\"free\"}],"
                        + "\"at\":\"2199-12-31T00:00:00Z\",\"from\":\"2198-11-28\",\"to\":\"2199-12-31\"}";
        input(costs, "a slot a day for 400 days, two centuries on", ordinary.withBody(frame));
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

    /// To a function of its own, with a journey begun and a card open.
    private static InputCosts.Invocation send(HttpEvent event) {
        InMemoryLedger ledger = new InMemoryLedger();
        new Members(ledger, SamplePrograms.both(), Json.ANSWER_FORMAT, Instant.parse("2026-03-01T09:00:00Z"), _ -> {})
                .start(Ben.ID, SamplePrograms.SKIN, LocalDate.of(2026, 3, 1), ZoneId.of("Europe/Berlin"));
        return InputCosts.http(new Journeys(SamplePrograms.both(), _ -> ledger, _ -> {}), event);
    }

    private static HttpEvent event(String method, String route, String path) {
        return HttpEvent.of(method, route, path).as(Ben.ID.subject()).at(Instant.parse(NOW));
    }
}
