package cairn.functions.intake;

import cairn.checkins.Asked;
import cairn.checkins.DueAnswer;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.lambda.Json;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A member of whom other systems tell, and what the function makes of it.
final class Dora {
    /// It must not show in any log line.
    static final MemberId ID = new MemberId("canary-4f1c9d52-7a86");

    final InMemoryLedger ledger = new InMemoryLedger();
    final List<String> log = new ArrayList<>();
    private final Intake function = new Intake(SamplePrograms.both(), _ -> ledger, log::add);

    /// Hands the function an event as it is.
    ///
    /// @return what its log line says came of it: `applied` or `ignored`
    String receives(String event) {
        try {
            function.handleRequest(
                    new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                    new ByteArrayOutputStream(),
                    context());
            return Json.MAPPER.readTree(log.getLast()).path("outcome").asText();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A change of plan, told when it was made.
    String changesPlan(String plan, String changedAt) {
        return receives(planChanged(changedAt, plan, changedAt, null));
    }

    String changesPlan(String plan, String changedAt, String effectiveAt) {
        return receives(planChanged(changedAt, plan, changedAt, effectiveAt));
    }

    /// An example file, as `sam local invoke` takes it, about her.
    static String example(String file) {
        try {
            return Files.readString(Path.of("..", "..", "events", file))
                    .replace("4f1c9d52-7a86-4c1e-9b0f-2d6e8a3b5c71", ID.subject());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// @param effectiveAt null for at once
    static String planChanged(String now, String plan, String changedAt, @Nullable String effectiveAt) {
        String effective = effectiveAt == null ? "" : ",\"effectiveAt\":\"" + effectiveAt + "\"";
        return event("PlanChanged", now, planChange(plan, changedAt, effective));
    }

    /// A detail.
    ///
    /// @param more fields, with the comma before them
    static String planChange(String plan, String changedAt, String more) {
        return String.format(
                Locale.ROOT,
                "{\"memberId\":\"%s\",\"plan\":\"%s\",\"changedAt\":\"%s\"%s}",
                ID.subject(),
                plan,
                changedAt,
                more);
    }

    /// @param more the fields besides `memberId`
    static String journeyStarted(String now, String more) {
        return event("JourneyStarted", now, "{\"memberId\":\"" + ID.subject() + "\"," + more + "}");
    }

    /// Taken in at the very time that its sender wrote.
    static String event(String type, String now, String detail) {
        return takenIn(now, sent(type, now, detail));
    }

    /// An event as it is put on the bus.
    static String sent(String type, String time, String detail) {
        return String.format(
                Locale.ROOT,
                "{\"version\":\"0\",\"detail-type\":\"%s\",\"source\":\"app\",\"time\":\"%s\",\"detail\":%s}",
                type,
                time,
                detail);
    }

    /// As the rule's input transformer hands it over.
    static String takenIn(String now, String sent) {
        return "{\"ingestionTime\":\"" + now + "\",\"event\":" + sent + "}";
    }

    Dora livesIn(String zone, String now) {
        at(now).setLiving(ID, ZoneId.of(zone), null);
        return this;
    }

    /// What the function `due` would show her.
    List<DueAnswer.Due> visits(Instant now) {
        return ((Asked) at(now).due(ID)).answer().due();
    }

    Members at(String now) {
        return at(Instant.parse(now));
    }

    Members at(Instant now) {
        return new Members(ledger, SamplePrograms.both(), Json.ANSWER_FORMAT, now, _ -> {});
    }

    Member stored() {
        return ledger.member(ID).orElseThrow();
    }

    /// Her plan changes, as `plan since day`.
    List<String> plans() {
        return stored().plans().changes().stream()
                .map(change -> change.plan() + " since " + change.since())
                .toList();
    }

    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                Dora.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (_, method, _) -> switch (method.getName()) {
                    case "getAwsRequestId" -> "request-id";
                    case "getRemainingTimeInMillis" -> 10_000;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
