package cairn.functions.journeys;

import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.lambda.Json;
import cairn.testkit.HttpEvent;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import cairn.testkit.SilentLogContract;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

class SilentLogTest implements SilentLogContract {
    private static final MemberId ID = new MemberId("somebody");
    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");

    private static final String JOURNEY = "/v1/me/journeys/{program}";
    private static final String PREVIEW = """
            {"program":"skin","startedOn":"2026-03-01","timeZone":"Europe/Berlin",
            "plans":[{"plan":"free"},{"plan":"pro","since":"2026-03-05"}],"at":"2026-03-09T09:00:00.000Z",
            "from":"2026-03-01","to":"2026-04-01"}""";
    private static final String PREVIEW_OF_A_DEFINITION = """
            {"definition":{"milestones":["P7D"],"cadences":{"weekly":"P1W"},"plans":{"free":"weekly"},"window":"none"},
            "startedOn":"2026-03-01","timeZone":"Europe/Berlin","plans":[{"plan":"free"}],"at":"2026-03-09T09:00:00.000Z"}""";

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final List<String> log = new ArrayList<>();
    private final Journeys function = new Journeys(SamplePrograms.both(), _ -> ledger, log::add);

    SilentLogTest() {
        Members members = new Members(ledger, SamplePrograms.both(), Json.ANSWER_FORMAT, NOW, _ -> {});
        members.start(ID, SamplePrograms.SKIN, LocalDate.of(2026, 3, 1), ZoneId.of("Europe/Berlin"));
        members.due(ID);
    }

    @Override
    public RequestStreamHandler function() {
        return function;
    }

    @Override
    public List<String> log() {
        return log;
    }

    @Override
    public List<Asked> requests() {
        return List.of(
                asked("GET", "/v1/me", "/v1/me", List.of()),
                asked("PUT", "/v1/me", "/v1/me", "{\"timeZone\":\"Europe/Berlin\",\"locale\":\"de\"}"),
                asked("GET", JOURNEY, "/v1/me/journeys/skin", List.of()),
                asked(
                        "PUT",
                        JOURNEY,
                        "/v1/me/journeys/skin",
                        "{\"startedOn\":\"2026-03-01\",\"timeZone\":\"Europe/Berlin\"}"),
                asked("GET", JOURNEY + "/timeline", "/v1/me/journeys/skin/timeline", List.of("from", "to")),
                asked("GET", JOURNEY + "/explanation", "/v1/me/journeys/skin/explanation", List.of("at")),
                asked("PUT", JOURNEY + "/runs/{run}", "/v1/me/journeys/skin/runs/1", "{\"startedOn\":\"2026-03-01\"}"),
                asked("POST", "/v1/previews", "/v1/previews", PREVIEW),
                asked("POST", "/v1/previews", "/v1/previews", PREVIEW_OF_A_DEFINITION));
    }

    private static Asked asked(String method, String route, String path, List<String> query) {
        return new Asked(HttpEvent.of(method, route, path).as(ID.subject()).at(NOW), query);
    }

    private static Asked asked(String method, String route, String path, String body) {
        return new Asked(
                HttpEvent.of(method, route, path).as(ID.subject()).at(NOW).withBody(body), List.of());
    }
}
