package cairn.functions.privacy;

import cairn.checkins.Answer;
import cairn.checkins.Asked;
import cairn.checkins.CheckInId;
import cairn.checkins.DueAnswer;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.PlanChange;
import cairn.checkins.Tombstone;
import cairn.lambda.Json;
import cairn.testkit.HttpEvent;
import cairn.testkit.HttpResult;
import cairn.testkit.InMemoryLedger;
import cairn.testkit.SamplePrograms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// A member who has all his days on Pro behind him, and what he asks of this function.
final class Emil {
    static final MemberId ID = new MemberId("emil-canary-2d6e8a3b5c71");
    static final LocalDate START = LocalDate.of(2026, 3, 1);
    static final String NOW = "2026-03-24T08:00:00.123Z";
    static final String KEY = "the-key-of-this-test";

    final Ledger ledger;
    final List<String> log = new ArrayList<>();
    private final Privacy function;

    Emil() {
        this(new InMemoryLedger());
    }

    Emil(Ledger ledger) {
        this.ledger = ledger;
        this.function = new Privacy(SamplePrograms.both(), _ -> ledger, KEY, log::add);
    }

    HttpResult exports(@Nullable String cursor) {
        return exports(ID.subject(), cursor);
    }

    HttpResult exports(String sub, @Nullable String cursor) {
        HttpEvent event =
                HttpEvent.of("GET", "/v1/me/export", "/v1/me/export").as(sub).at(Instant.parse(NOW));
        return HttpResult.of(function, cursor == null ? event : event.withQuery("cursor", cursor));
    }

    HttpResult erases(String now) {
        return HttpResult.of(function, event("DELETE", now));
    }

    HttpResult beginsAgain(String now) {
        return HttpResult.of(function, event("POST", now));
    }

    private static HttpEvent event(String method, String now) {
        return HttpEvent.of(method, "/v1/me", "/v1/me").as(ID.subject()).at(Instant.parse(now));
    }

    /// Hands the worker these images of rows, as the table's stream brings them.
    ///
    /// @return its answer
    String stream(String... newImages) {
        return Batch.deliver(function, newImages);
    }

    /// @param millisLeft what the invocation has left, each time it looks
    String stream(IntSupplier millisLeft, String... newImages) {
        return Batch.deliver(function, millisLeft, newImages);
    }

    Tombstone tombstone() {
        return (Tombstone) ledger.standing(ID);
    }

    Members at(String now) {
        return at(ledger, now);
    }

    static Members at(Ledger ledger, String now) {
        return new Members(ledger, SamplePrograms.both(), Json.ANSWER_FORMAT, Instant.parse(now), _ -> {});
    }

    List<String> due(String now) {
        return ((Asked) at(now).due(ID))
                .answer().due().stream().map(DueAnswer.Due::id).toList();
    }

    /// Begins both programs and asks once a week.
    ///
    /// @param weeks  how many
    /// @param answer what he notes each time
    Emil lived(MemberId id, int weeks, String answer) {
        Instant now = Instant.parse("2026-03-01T09:00:00Z");
        Members first = at(now.toString());
        first.start(id, SamplePrograms.SKIN, START, ZoneId.of("Europe/Berlin"));
        first.start(id, SamplePrograms.HAIR, START, null);
        first.changePlan(id, new PlanChange("pro", now, null));
        for (int week = 1; week <= weeks; week++) {
            Members then = at(now.plusSeconds(604_800L * week).toString());
            for (DueAnswer.Due card : ((Asked) then.due(id)).answer().due()) {
                then.complete(id, CheckInId.parse(card.id()).orElseThrow(), answers(answer), null);
            }
        }
        return this;
    }

    static Map<String, Answer> answers(String note) {
        return Map.of(
                "comfort", new Answer.Quantity(BigDecimal.valueOf(7)),
                "feel", new Answer.Words("dry"),
                "note", new Answer.Words(note));
    }
}
