package cairn.functions.due;

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

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final List<String> log = new ArrayList<>();
    private final Due function = new Due(SamplePrograms.both(), _ -> ledger, log::add);

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
        return List.of(asked("GET", "/v1/me/due", "/v1/me/due", List.of()));
    }

    private static Asked asked(String method, String route, String path, List<String> query) {
        return new Asked(HttpEvent.of(method, route, path).as(ID.subject()).at(NOW), query);
    }
}
