package cairn.local.whole;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.CheckIn;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.dynamodb.DynamoDbLedger;
import cairn.local.whole.Running.Reply;
import cairn.timeline.PlanHistory;
import cairn.timeline.Program;
import cairn.timeline.ProgramDefinition;
import cairn.timeline.Slot;
import cairn.timeline.Timeline;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the product is for, seen from outside: over HTTP, with real tokens, on the real engine.
class WholeDeploymentTest {
    private static final LocalDate START = LocalDate.of(2027, 1, 31);
    private static final int DAYS = 400;

    private static Running cairn;

    @BeforeAll
    static void start() {
        cairn = new Running();
    }

    @AfterAll
    static void stop() {
        cairn.close();
    }

    @Test
    void overFourHundredDaysExactlyTheSlotsOfTheTimelineOpenEachOnceAndProNeverStops() {
        MemberId free = new MemberId("free-for-400-days");
        MemberId pro = new MemberId("pro-for-400-days");
        String freeToken = cairn.token(free.subject());
        String proToken = cairn.token(pro.subject());
        cairn.travelTo(START.atTime(9, 0).atZone(ZoneId.of("Europe/Berlin")).toInstant());
        begin(freeToken);
        begin(proToken);
        cairn.tell("PlanChanged", pro.subject(), "\"plan\":\"pro\",\"changedAt\":\"" + START + "T00:00:00Z\"");

        Set<String> shownToFree = new LinkedHashSet<>();
        Set<String> shownToPro = new LinkedHashSet<>();
        for (int day = 1; day <= DAYS; day++) {
            cairn.travelTo(START.plusDays(day)
                    .atTime(12, 0)
                    .atZone(ZoneId.of("Europe/Berlin"))
                    .toInstant());
            shownToFree.addAll(due(freeToken));
            shownToPro.addAll(due(proToken));
        }

        assertThat(shownToFree).containsExactlyElementsOf(expected("free"));
        assertThat(shownToPro).containsExactlyElementsOf(expected("pro")).hasSizeGreaterThan(50);
        assertThat(history(freeToken))
                .containsExactlyElementsOf(expected("free").reversed());
        assertThat(history(proToken)).containsExactlyElementsOf(expected("pro").reversed());
    }

    @Test
    void fiftyWhoAskAtOnceGetTheSameCheckInAndThereIsOneRowAndNoError() throws Exception {
        MemberId member = new MemberId("fifty-at-once");
        String token = cairn.token(member.subject());
        cairn.travelTo(Instant.parse("2027-01-31T09:00:00Z"));
        begin(token);
        cairn.travelTo(Instant.parse("2027-02-07T09:00:00Z"));

        PrintStream console = System.out;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setOut(new PrintStream(logged, true, StandardCharsets.UTF_8));
        List<Reply> replies = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Reply>> asking = IntStream.range(0, 50)
                    .<Callable<Reply>>mapToObj(_ -> () -> cairn.get("/v1/me/due", token))
                    .toList();
            for (Future<Reply> reply : callers.invokeAll(asking)) {
                replies.add(reply.get());
            }
        } finally {
            System.setOut(console);
        }

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
        assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
        try (var client = cairn.store().client()) {
            Ledger ledger =
                    new DynamoDbLedger(client, client.listTables().tableNames().getFirst());
            assertThat(ledger.newestFirst(member, 1, "skin", null, 100).items())
                    .extracting(CheckIn::id)
                    .hasSize(1);
        }
        assertThat(logged.toString(StandardCharsets.UTF_8))
                .contains("\"outcome\":\"opened\"")
                .doesNotContain("ERROR", "Exception");
    }

    private static void begin(String token) {
        Reply reply = cairn.send(
                "PUT",
                "/v1/me/journeys/skin",
                token,
                "{\"startedOn\":\"" + START + "\",\"timeZone\":\"Europe/Berlin\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private static List<String> due(String token) {
        Reply reply = cairn.get("/v1/me/due", token);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.json().path("due").findValuesAsText("slot");
    }

    private static List<String> history(String token) {
        List<String> slots = new ArrayList<>();
        String cursor = "";
        while (!cursor.equals("null")) {
            JsonNode page = cairn.get("/v1/me/journeys/skin/check-ins?limit=25" + cursor, token)
                    .json();
            slots.addAll(page.path("items").findValuesAsText("slot"));
            cursor = page.path("next").isNull()
                    ? "null"
                    : "&cursor=" + page.path("next").asText();
        }
        return slots;
    }

    /// As the domain says it, from the shipped schedule.
    private static List<String> expected(String plan) {
        Map<String, @Nullable String> plans = new HashMap<>();
        plans.put("free", "monthly");
        plans.put("pro", "weekly");
        var definition = new ProgramDefinition(
                List.of("P7D", "P15D", "P30D"),
                Map.of("weekly", "P1W", "monthly", "P1M"),
                plans,
                "none",
                "09:00",
                "2026-11-22");
        Program skin = ((ProgramDefinition.Sound) definition.read("skin")).program();
        return Timeline.of(skin, START, PlanHistory.of(plan)).between(START, START.plusDays(DAYS)).stream()
                .map(Slot::key)
                .map(Object::toString)
                .toList();
    }
}
