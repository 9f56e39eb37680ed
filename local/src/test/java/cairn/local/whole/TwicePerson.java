package cairn.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Answer;
import cairn.checkins.Asked;
import cairn.checkins.CheckInId;
import cairn.checkins.DueAnswer;
import cairn.checkins.Export;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.PlanChange;
import cairn.checkins.Programs;
import cairn.checkins.Question;
import cairn.checkins.Standing;
import cairn.checkins.Swept;
import cairn.checkins.Tombstone;
import cairn.lambda.AnswersJson;
import cairn.lambda.Json;
import cairn.lambda.portable.PortableRecord;
import cairn.local.whole.Running.Reply;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Somebody who does everything twice, and compares.
final class TwicePerson {
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "America/New_York");
    private static final List<String> PLANS = List.of("free", "pro");
    private static final List<String> PROGRAMS = List.of("skin", "strength");
    /// Of the moment at which something was done: over HTTP a little later.
    private static final List<String> MOMENTS =
            List.of("openedAt", "snoozedUntil", "answeredAt", "completedAt", "erasedAt");

    private final Running cairn;
    private final Ledger ledger;
    private final Programs programs;
    private final MemberId id;
    private final Random random;
    private final String token;
    private final Map<String, Integer> runs = new HashMap<>();
    private List<DueAnswer.Due> due = List.of();
    private int shown;

    TwicePerson(Running cairn, Ledger ledger, Programs programs, MemberId id, Random random) {
        this.cairn = cairn;
        this.ledger = ledger;
        this.programs = programs;
        this.id = id;
        this.random = random;
        this.token = cairn.token(id.subject());
    }

    int shown() {
        return shown;
    }

    /// What the sweep does by the rules; the schedules have done it already.
    void tick(Instant now) {
        Swept swept = at(now).sweep(id);
        at(now).announced(swept.row(), swept.announcements());
    }

    void perhapsActs(Instant now) {
        if (random.nextInt(5) < 2) {
            return;
        }
        asks(now);
        switch (random.nextInt(14)) {
            case 0 -> lives(now);
            case 1, 2, 3 -> starts(now);
            case 4 -> restarts(now);
            case 5, 6 -> changesPlan(now);
            case 7, 8, 9, 10 -> completes(now);
            case 11 -> dismisses(now);
            case 12 -> snoozes(now);
            default -> {
                if (random.nextInt(6) == 0) {
                    leaves(now);
                }
            }
        }
        asks(now);
    }

    private void asks(Instant now) {
        Asked asked = (Asked) at(now).due(id);
        Reply reply = cairn.get("/v1/me/due", token);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        due = asked.answer().due();
        shown += due.size();
        assertThat(texts(reply.json().path("due"), "id"))
                .isEqualTo(due.stream().map(DueAnswer.Due::id).toList());
        assertThat(texts(reply.json().path("next"), "id"))
                .isEqualTo(
                        asked.answer().next().stream().map(DueAnswer.Next::id).toList());
    }

    private void lives(Instant now) {
        String zone = oneOf(ZONES);
        expectSame("PUT", "/v1/me", "{\"timeZone\":\"" + zone + "\"}", at(now).setLiving(id, ZoneId.of(zone), null));
    }

    private void starts(Instant now) {
        String program = oneOf(PROGRAMS);
        String zone = oneOf(ZONES);
        LocalDate day = day(now).minusDays(random.nextInt(20));
        boolean done = expectSame(
                "PUT",
                "/v1/me/journeys/" + program,
                "{\"startedOn\":\"" + day + "\",\"timeZone\":\"" + zone + "\"}",
                at(now).start(id, program, day, ZoneId.of(zone)));
        if (done) {
            runs.putIfAbsent(program, 1);
        }
    }

    private void restarts(Instant now) {
        String program = oneOf(PROGRAMS);
        int run = runs.getOrDefault(program, 0) + 1;
        LocalDate day = day(now);
        boolean done = expectSame(
                "PUT",
                "/v1/me/journeys/" + program + "/runs/" + run,
                "{\"startedOn\":\"" + day + "\"}",
                at(now).restart(id, program, run, day));
        if (done) {
            runs.put(program, run);
        }
    }

    /// Some of them late, some for later.
    private void changesPlan(Instant now) {
        String plan = oneOf(PLANS);
        Instant changedAt =
                now.minus(Duration.ofMinutes(random.nextInt(3 * 24 * 60))).minusSeconds(30);
        Instant effectiveAt = random.nextInt(3) == 0 ? now.plus(Duration.ofDays(random.nextInt(40))) : null;
        cairn.tell(
                "PlanChanged",
                id.subject(),
                "\"plan\":\"" + plan + "\",\"changedAt\":\"" + changedAt + "\""
                        + (effectiveAt == null ? "" : ",\"effectiveAt\":\"" + effectiveAt + "\""));
        at(now).changePlan(id, new PlanChange(plan, changedAt, effectiveAt));
    }

    private void completes(Instant now) {
        for (DueAnswer.Due card : due) {
            Map<String, Answer> answers = answers(card.program());
            expectSame(
                    "PUT",
                    "/v1/me/check-ins/" + card.id() + "/completion",
                    "{\"answers\":" + Json.write(AnswersJson.write(answers)) + "}",
                    at(now).complete(id, checkIn(card), answers, null));
        }
    }

    private void dismisses(Instant now) {
        for (DueAnswer.Due card : due) {
            expectSame("PUT", "/v1/me/check-ins/" + card.id() + "/dismissal", null, at(now).dismiss(id, checkIn(card)));
        }
    }

    private void snoozes(Instant now) {
        for (DueAnswer.Due card : due) {
            Instant until = now.plus(Duration.ofMinutes(7)).plus(Duration.ofHours(random.nextInt(60)));
            expectSame(
                    "PUT",
                    "/v1/me/check-ins/" + card.id() + "/snooze",
                    "{\"until\":\"" + until + "\"}",
                    at(now).snooze(id, checkIn(card), until));
        }
    }

    private void leaves(Instant now) {
        assertThat(cairn.send("DELETE", "/v1/me", token, null).status()).isEqualTo(202);
        at(now).erase(id);
        Standing left = ledger.standing(id);
        assertThat(((Tombstone) left).forgetRows(ledger)).isTrue();
        runs.clear();
        asks(now);
        lives(now);
        if (random.nextBoolean()) {
            assertThat(cairn.send("POST", "/v1/me", token, null).status()).isEqualTo(200);
            at(now).beginAgain(id);
        }
    }

    /// @return whether it was done
    private boolean expectSame(String method, String path, @Nullable String body, Object byTheRules) {
        Reply reply = cairn.send(method, path, token, body);
        String outcome = byTheRules.getClass().getSimpleName();
        boolean done = outcome.equals("Stands") || outcome.equals("Settled");
        assertThat(reply.status() == 200)
                .as(path + " is " + outcome + " by the rules: " + reply.body())
                .isEqualTo(done);
        return done;
    }

    void expectTheSameIsHeld(Instant now) {
        List<JsonNode> held = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = cairn.get("/v1/me/export" + cursor, token).json();
            page.path("items").forEach(item -> held.add(withoutMoments(item)));
            cursor = page.path("next").isNull()
                    ? ""
                    : "?cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        List<JsonNode> byTheRules = new ArrayList<>();
        Ledger.@Nullable Position after = null;
        do {
            Export page = at(now).export(id, after, 100);
            PortableRecord.of(id, page).forEach(item -> byTheRules.add(withoutMoments(Running.read(Json.write(item)))));
            after = page.next();
        } while (after != null);
        assertThat(held).isEqualTo(byTheRules);
    }

    private static JsonNode withoutMoments(JsonNode item) {
        ((ObjectNode) item).remove(MOMENTS);
        if (item.path("announced") instanceof ObjectNode announced) {
            announced.remove("at");
        }
        return item;
    }

    private Map<String, Answer> answers(String program) {
        Map<String, Answer> answers = new HashMap<>();
        for (Question question : programs.find(program).orElseThrow().card().questions()) {
            if (question.required()) {
                answers.put(question.id(), answer(question));
            }
        }
        return answers;
    }

    private static Answer answer(Question question) {
        return switch (question) {
            case Question.Scale scale -> new Answer.Quantity(BigDecimal.valueOf(scale.max()));
            case Question.Numeric number -> new Answer.Quantity(number.max());
            case Question.Choice choice ->
                new Answer.Words(choice.choices().getFirst().id());
            case Question.Choices choices ->
                new Answer.Selection(List.of(choices.choices().getFirst().id()));
            case Question.Text _ -> new Answer.Words("fine");
            case Question.YesOrNo _ -> new Answer.YesNo(true);
        };
    }

    private static CheckInId checkIn(DueAnswer.Due card) {
        return CheckInId.parse(card.id()).orElseThrow();
    }

    private LocalDate day(Instant now) {
        return ledger.member(id)
                .map(member -> member.todayAt(now))
                .orElseGet(() -> LocalDate.ofInstant(now, ZoneId.of("UTC")));
    }

    private Members at(Instant now) {
        return new Members(ledger, programs, Json.ANSWER_FORMAT, now, _ -> {});
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static List<String> texts(JsonNode array, String field) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.path(field).asText()));
        return texts;
    }
}
