package cairn.functions.checkins;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A member in Berlin who began on 2026-03-01, and what she does through this function. Her milestones fall
/// on 8, 16 and 31 March.
final class Anna {
    static final MemberId ID = new MemberId("anna");
    static final String KEY = "a secret";
    static final String GOOD_ANSWERS = "{\"comfort\":7,\"feel\":\"dry\"}";

    final Ledger ledger = new InMemoryLedger();
    final List<String> log = new ArrayList<>();
    private final CheckIns function = new CheckIns(SamplePrograms.both(), _ -> ledger, KEY, log::add);
    private final String program;

    private Anna(String program) {
        this.program = program;
    }

    /// In the program whose slots stay open until the next one.
    static Anna inSkin() {
        return started(SamplePrograms.SKIN, "2026-03-01T09:00:00Z");
    }

    /// In the program whose slots close after five days.
    static Anna inHair() {
        return started(SamplePrograms.HAIR, "2026-03-01T09:00:00Z");
    }

    /// In the first program, but created here only then.
    static Anna createdAt(String now) {
        return started(SamplePrograms.SKIN, now);
    }

    private static Anna started(String program, String now) {
        Anna anna = new Anna(program);
        anna.at(now).start(ID, program, LocalDate.of(2026, 3, 1), ZoneId.of("Europe/Berlin"));
        return anna;
    }

    /// The rules themselves, for what other functions do.
    Members at(String now) {
        return new Members(ledger, SamplePrograms.both(), Json.ANSWER_FORMAT, Instant.parse(now), _ -> {});
    }

    Anna asks(String now) {
        at(now).due(ID);
        return this;
    }

    CheckInId id(String slot) {
        return new CheckInId(1, program, 1, SlotKey.parse(slot).orElseThrow());
    }

    HttpResult completes(String now, String slot, String answers) {
        return put(now, id(slot).text(), "completion", "{\"answers\":" + answers + "}");
    }

    HttpResult completes(String now, String slot, String answers, String answeredAt) {
        String body = "{\"answers\":" + answers + ",\"answeredAt\":\"" + answeredAt + "\"}";
        return put(now, id(slot).text(), "completion", body);
    }

    HttpResult completes(String now, String slot) {
        return completes(now, slot, GOOD_ANSWERS);
    }

    HttpResult dismisses(String now, String slot) {
        return HttpResult.of(function, event(now, id(slot).text(), "dismissal"));
    }

    HttpResult snoozes(String now, String slot, String until) {
        return put(now, id(slot).text(), "snooze", "{\"until\":\"" + until + "\"}");
    }

    HttpResult put(String now, String id, String action, String body) {
        return HttpResult.of(function, event(now, id, action).withBody(body));
    }

    private static HttpEvent event(String now, String id, String action) {
        return HttpEvent.of("PUT", "/v1/me/check-ins/{id}/" + action, "/v1/me/check-ins/" + id + "/" + action)
                .as(ID.subject())
                .at(Instant.parse(now));
    }

    HttpResult history(String now, String... query) {
        HttpEvent event = HttpEvent.of(
                        "GET", "/v1/me/journeys/{program}/check-ins", "/v1/me/journeys/" + program + "/check-ins")
                .as(ID.subject())
                .at(Instant.parse(now));
        for (int i = 0; i < query.length; i += 2) {
            event = event.withQuery(query[i], query[i + 1]);
        }
        return HttpResult.of(function, event);
    }

    long version() {
        return ledger.member(ID).orElseThrow().version();
    }
}
