package cairn.functions.checkins;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckInId;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.lambda.Json;
import cairn.testkit.Canary;
import cairn.testkit.HttpEvent;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import cairn.testkit.SilentLogContract;
import cairn.timeline.SlotKey;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SilentLogTest implements SilentLogContract {
    private static final MemberId ID = new MemberId("somebody");
    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final List<String> log = new ArrayList<>();
    private final CheckIns function = new CheckIns(SamplePrograms.both(), _ -> ledger, "a secret", log::add);

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
        String id = id("skin", "day-7");
        return List.of(
                asked(
                        "GET",
                        "/v1/me/journeys/{program}/check-ins",
                        "/v1/me/journeys/skin/check-ins",
                        List.of("limit", "cursor")),
                act(id, "snooze", "{\"until\":\"2026-03-09T12:00:00.000Z\"}"),
                act(id, "dismissal", "{}"),
                act(
                        id,
                        "completion",
                        "{\"answers\":{\"comfort\":7,\"feel\":\"dry\"},\"answeredAt\":\"2026-03-09T09:00:00.000Z\"}"));
    }

    /// An id is opaque and can be made up: of a program, or of a slot of a cadence, that is nowhere.
    @Test
    void aLogLineQuotesNothingOfAnIdThatWasMadeUp() throws IOException {
        for (String id : List.of(
                id(Canary.WORD, "day-7"),
                id("skin", Canary.WORD + "-2026-03-08"),
                id("skin", Canary.WORD + "-2026-03-22"))) {
            for (Asked asked : List.of(
                    act(id, "snooze", "{\"until\":\"2026-03-09T12:00:00.000Z\"}"),
                    act(id, "dismissal", "{}"),
                    act(id, "completion", "{\"answers\":{\"comfort\":7,\"feel\":\"dry\"}}"))) {
                assertThat(logged(asked.request())).contains("no-such-check-in").doesNotContain(Canary.WORD);
            }
        }
    }

    private static String id(String program, String slot) {
        return new CheckInId(1, program, 1, SlotKey.parse(slot).orElseThrow()).text();
    }

    private static Asked act(String id, String action, String body) {
        return asked("PUT", "/v1/me/check-ins/{id}/" + action, "/v1/me/check-ins/" + id + "/" + action, body);
    }

    private static Asked asked(String method, String route, String path, List<String> query) {
        return new Asked(HttpEvent.of(method, route, path).as(ID.subject()).at(NOW), query);
    }

    private static Asked asked(String method, String route, String path, String body) {
        return new Asked(
                HttpEvent.of(method, route, path).as(ID.subject()).at(NOW).withBody(body), List.of());
    }
}
