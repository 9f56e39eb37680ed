package cairn.functions.journeys;

import cairn.checkins.Asked;
import cairn.checkins.DueAnswer;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.lambda.Json;
import cairn.testkit.HttpEvent;
import cairn.testkit.HttpResult;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A member of whom nothing is stored at first, and what he does through this function.
final class Ben {
    static final MemberId ID = new MemberId("ben");
    private static final String JOURNEY = "/v1/me/journeys/skin";

    final Ledger ledger = new InMemoryLedger();
    final List<String> log = new ArrayList<>();
    private final Journeys function = new Journeys(SamplePrograms.both(), _ -> ledger, log::add);

    HttpResult livesIn(String now, String body) {
        return put(now, "/v1/me", "/v1/me", body);
    }

    HttpResult looks(String now) {
        return send(event("GET", "/v1/me", "/v1/me", now));
    }

    HttpResult starts(String now, String body) {
        return put(now, "/v1/me/journeys/{program}", JOURNEY, body);
    }

    HttpResult starts(String now, String program, String body) {
        return put(now, "/v1/me/journeys/{program}", "/v1/me/journeys/" + program, body);
    }

    HttpResult restarts(String now, String run, String startedOn) {
        return restartsWith(now, run, "{\"startedOn\":\"" + startedOn + "\"}");
    }

    HttpResult restartsWith(String now, String run, String body) {
        return put(now, "/v1/me/journeys/{program}/runs/{run}", JOURNEY + "/runs/" + run, body);
    }

    HttpResult journey(String now) {
        return send(event("GET", "/v1/me/journeys/{program}", JOURNEY, now));
    }

    HttpResult journey(String now, String program) {
        return send(event("GET", "/v1/me/journeys/{program}", "/v1/me/journeys/" + program, now));
    }

    HttpResult timeline(String now, String... query) {
        return send(with(event("GET", "/v1/me/journeys/{program}/timeline", JOURNEY + "/timeline", now), query));
    }

    HttpResult explanation(String now, String... query) {
        return send(with(event("GET", "/v1/me/journeys/{program}/explanation", JOURNEY + "/explanation", now), query));
    }

    HttpResult previews(String body) {
        return send(event("POST", "/v1/previews", "/v1/previews", "2026-03-01T09:00:00Z")
                .withBody(body));
    }

    /// What the function `due` would show.
    List<String> due(String now) {
        return ((Asked) at(now).due(ID))
                .answer().due().stream().map(DueAnswer.Due::slot).toList();
    }

    Members at(String now) {
        return new Members(ledger, SamplePrograms.both(), Json.ANSWER_FORMAT, Instant.parse(now), _ -> {});
    }

    private HttpResult put(String now, String route, String path, String body) {
        return send(event("PUT", route, path, now).withBody(body));
    }

    private HttpResult send(HttpEvent event) {
        return HttpResult.of(function, event);
    }

    private static HttpEvent event(String method, String route, String path, String now) {
        return HttpEvent.of(method, route, path).as(ID.subject()).at(Instant.parse(now));
    }

    private static HttpEvent with(HttpEvent event, String... query) {
        HttpEvent asked = event;
        for (int i = 0; i < query.length; i += 2) {
            asked = asked.withQuery(query[i], query[i + 1]);
        }
        return asked;
    }
}
