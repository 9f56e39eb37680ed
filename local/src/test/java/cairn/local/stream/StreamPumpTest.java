package cairn.local.stream;

import static cairn.local.stream.PumpedTable.givingUpAfter;
import static cairn.local.stream.PumpedTable.patient;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.dynamodblocal.DynamoDbLocal;
import cairn.local.functions.Outcome;
import cairn.local.functions.Outcome.Failed;
import cairn.local.functions.Outcome.Replied;
import cairn.local.functions.Outcome.Undelivered;
import cairn.local.template.StreamConsumer.Failure;
import cairn.testkit.Patience;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// On the stream of a real engine.
class StreamPumpTest {
    private static final Duration SOON = Patience.LONG;

    private static DynamoDbLocal engine;

    private PumpedTable table;

    @BeforeAll
    static void start() {
        engine = DynamoDbLocal.inMemory();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @BeforeEach
    void open(TestInfo test) {
        table = new PumpedTable(engine, test.getTestMethod().orElseThrow().getName());
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void aChangeReachesTheFunctionAsLambdaWouldPassItOn() throws Exception {
        var record = new AtomicReference<JsonNode>();
        var seen = Seen.answering(records -> {
            record.set(records.get(0));
            return new Replied("{}");
        });
        table.put(Map.of("pk", AttributeValue.fromS("a"), "n", AttributeValue.fromN("1")));
        try (var pump = table.pump(seen, table.consumer("one", 1, patient()))) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
            table.put(item());
            assertThat(pump.catchUp(SOON)).isTrue();
        }

        JsonNode json = Objects.requireNonNull(record.get());
        assertThat(json.path("eventName").asText()).isEqualTo("MODIFY");
        assertThat(json.path("eventSource").asText()).isEqualTo("aws:dynamodb");
        assertThat(json.path("eventVersion").asText()).isNotEmpty();
        assertThat(json.path("eventID").asText()).isNotEmpty();
        assertThat(json.path("awsRegion").asText()).isEqualTo("eu-central-1");
        assertThat(json.path("eventSourceARN").asText()).contains("/stream/");
        JsonNode change = json.path("dynamodb");
        assertThat(change.path("Keys").toString()).isEqualTo("{\"pk\":{\"S\":\"a\"}}");
        assertThat(change.path("OldImage").toString()).isEqualTo("{\"n\":{\"N\":\"1\"},\"pk\":{\"S\":\"a\"}}");
        assertThat(change.path("NewImage").toString())
                .isEqualTo("{\"b\":{\"B\":\"aGk=\"},\"l\":{\"L\":[{\"BOOL\":true},{\"NULL\":true}]},"
                        + "\"m\":{\"M\":{\"s\":{\"SS\":[\"x\"]}}},\"ns\":{\"NS\":[\"2\"]},\"pk\":{\"S\":\"a\"}}");
        assertThat(change.path("StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
        assertThat(change.path("SequenceNumber").asText()).matches("[0-9]+");
        assertThat(change.path("SizeBytes").asLong()).isPositive();
        assertThat(Instant.ofEpochSecond(
                        change.path("ApproximateCreationDateTime").asLong()))
                .isBetween(Instant.now().minusSeconds(120), Instant.now().plusSeconds(1));
    }

    @Test
    void whatIsEmptyInARowArrivesEmptyWhereverItStands() throws Exception {
        var record = new AtomicReference<JsonNode>();
        var seen = Seen.answering(records -> {
            record.set(records.get(0));
            return new Replied("{}");
        });
        table.put(Map.of(
                "pk", AttributeValue.fromS("a"),
                "l", AttributeValue.fromL(List.of()),
                "m", AttributeValue.fromM(Map.of()),
                "s", AttributeValue.fromS(""),
                "in",
                        AttributeValue.fromM(
                                Map.of("l", AttributeValue.fromL(List.of()), "m", AttributeValue.fromM(Map.of())))));
        try (var pump = table.pump(seen, table.consumer("one", 1, patient()))) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
        }

        assertThat(Objects.requireNonNull(record.get()).at("/dynamodb/NewImage").toString())
                .isEqualTo("{\"in\":{\"M\":{\"l\":{\"L\":[]},\"m\":{\"M\":{}}}},\"l\":{\"L\":[]},"
                        + "\"m\":{\"M\":{}},\"pk\":{\"S\":\"a\"},\"s\":{\"S\":\"\"}}");
    }

    @Test
    void changesComeInOrderInBatchesAndEachOnce() throws Exception {
        table.put("a", "b", "c", "d", "e");
        var seen = Seen.succeeding();
        try (var pump = table.pump(seen, table.consumer("one", 2, patient()))) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
            table.delete("a");
            assertThat(pump.catchUp(SOON)).isTrue();
        }

        assertThat(seen.by("one")).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"), List.of("a"));
    }

    @Test
    void onlyWhatAFilterMatchesComesThrough() throws Exception {
        table.put("CHECKIN#1", "MEMBER", "CHECKIN#2");
        table.put(Map.of("pk", AttributeValue.fromS("tomb"), "erased", AttributeValue.fromBool(true)));
        var seen = Seen.succeeding();
        var consumer = table.consumer(
                "one",
                100,
                patient(),
                "{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":[{\"prefix\":\"CHECKIN#\"}]}}}}",
                "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"NewImage\":{\"erased\":{\"BOOL\":[true]}}}}");
        try (var pump = table.pump(seen, consumer)) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
        }

        assertThat(seen.keysBy("one")).containsExactly("CHECKIN#1", "CHECKIN#2", "tomb");
    }

    @Test
    void afterARestartItGoesOnWhereItStoodThoughNothingMatchedLast() throws Exception {
        table.put("a", "b");
        var consumer = table.consumer(
                "one", 100, patient(), "{\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":[{\"anything-but\":\"x\"}]}}}}");
        try (var pump = table.pump(Seen.succeeding(), consumer)) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
            table.put("x");
            assertThat(pump.catchUp(SOON)).isTrue();
        }
        table.put("c");
        var seen = Seen.succeeding();
        try (var pump = table.pump(seen, consumer)) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
        }

        assertThat(seen.by("one")).containsExactly(List.of("c"));
    }

    @Test
    void aBatchThatWasUnderWayWhenItEndedComesAgain() throws Exception {
        table.put("a", "b", "c");
        var consumer = table.consumer("one", 2, patient());
        var busy = new CountDownLatch(1);
        try (var pump = table.pump(
                (name, event) -> {
                    busy.countDown();
                    Thread.sleep(Patience.LONG.plus(Patience.LONG));
                    return new Replied("{}");
                },
                consumer)) {
            pump.start();
            assertThat(busy.await(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        var seen = Seen.succeeding();
        try (var pump = table.pump(seen, consumer)) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
        }

        assertThat(seen.by("one")).containsExactly(List.of("a", "b"), List.of("c"));
        assertThat(table.deadLetters().items()).isEmpty();
    }

    @Test
    void theFirstRecordThatFailedComesAgainWithAllAfterIt() throws Exception {
        table.put("a", "b", "c", "d");
        var times = new AtomicInteger();
        var seen = Seen.answering(
                records -> times.getAndIncrement() == 0 ? failing(records, "d", "c") : new Replied("{}"));
        try (var pump = table.pump(seen, table.consumer("one", 100, patient()))) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
        }

        assertThat(seen.by("one")).containsExactly(List.of("a", "b", "c", "d"), List.of("c", "d"));
    }

    @Test
    void aBadRecordIsHalvedOutOfItsBatchAndEndsInTheDeadLettersAlone() throws Exception {
        table.put("a", "b", "bad", "d", "e", "f", "g");
        var seen = Seen.answering(
                records -> Seen.keys(records).contains("bad") ? new Failed("no", Optional.empty()) : new Replied("{}"));
        try (var pump = table.pump(seen, table.consumer("one", 100, givingUpAfter(2, true)))) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
        }

        assertThat(seen.by("one"))
                .containsExactly(
                        List.of("a", "b", "bad", "d", "e", "f", "g"),
                        List.of("a", "b", "bad"),
                        List.of("a"),
                        List.of("b", "bad"),
                        List.of("b"),
                        List.of("bad"),
                        List.of("bad"),
                        List.of("bad"),
                        List.of("d", "e", "f", "g"));
        assertThat(table.deadLetters().items()).hasSize(1);
        JsonNode letter = table.deadLetters().items().getFirst();
        assertThat(letter.path("queue").asText()).isEqualTo(PumpedTable.QUEUE);
        assertThat(letter.at("/body/requestContext/condition").asText()).isEqualTo("RetryAttemptsExhausted");
        assertThat(letter.at("/body/requestContext/approximateInvokeCount").asInt())
                .isEqualTo(3);
        assertThat(letter.at("/body/responseContext/functionError").asText()).isEqualTo("Unhandled");
        JsonNode info = letter.at("/body/DDBStreamBatchInfo");
        assertThat(info.path("batchSize").asInt()).isEqualTo(1);
        assertThat(info.path("startSequenceNumber").asText())
                .isNotEmpty()
                .isEqualTo(info.path("endSequenceNumber").asText());
        assertThat(info.path("shardId").asText()).startsWith("shardId-");
        assertThat(info.path("streamArn").asText()).contains("/stream/");
        assertThat(letter.path("body").toString()).doesNotContain("\"bad\"");
    }

    @Test
    void withoutHalvingTheWholeBatchIsGivenUp() throws Exception {
        table.put("a", "bad");
        var seen = Seen.answering(records -> new Failed("no", Optional.empty()));
        try (var pump = table.pump(seen, table.consumer("one", 100, givingUpAfter(1, false)))) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
        }

        assertThat(seen.by("one")).containsExactly(List.of("a", "bad"), List.of("a", "bad"));
        assertThat(table.deadLetters().items()).hasSize(1);
        assertThat(table.deadLetters()
                        .items()
                        .getFirst()
                        .at("/body/DDBStreamBatchInfo/batchSize")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aRecordThatIsTooOldIsNotTriedAgain() throws Exception {
        table.put("a");
        var failure =
                new Failure(false, false, Optional.empty(), Optional.of(Duration.ZERO), Optional.of("dead-letters"));
        var seen = Seen.answering(records -> new Failed("no", Optional.empty()));
        try (var pump = table.pump(seen, table.consumer("one", 100, failure))) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
        }

        assertThat(table.deadLetters()
                        .items()
                        .getFirst()
                        .at("/body/requestContext/condition")
                        .asText())
                .isEqualTo("RecordAgeExceeded");
    }

    @Test
    void aConsumerThatFailsStopsNoOther() throws Exception {
        table.put("a", "b");
        var seen = Seen.succeeding();
        List<Long> attempts = new CopyOnWriteArrayList<>();
        try (var pump = table.pump(
                (name, event) -> {
                    if (name.equals("broken")) {
                        attempts.add(System.nanoTime());
                        return new Failed("no", Optional.empty());
                    }
                    return seen.invoke(name, event);
                },
                table.consumer("broken", 100, patient()),
                table.consumer("sound", 100, patient()))) {
            pump.start();
            Patience.until("both to be invoked", () -> seen.keysBy("sound").size() == 2 && attempts.size() > 2);
            assertThat(pump.catchUp(Duration.ofMillis(100))).isFalse();
        }

        assertThat(seen.keysBy("sound")).containsExactly("a", "b");
        assertThat(table.deadLetters().items()).isEmpty();
        // A pause comes before each: a function that goes on failing must not keep a processor busy.
        for (int i = 1; i < attempts.size(); i++) {
            assertThat(Duration.ofNanos(attempts.get(i) - attempts.get(i - 1))).isGreaterThan(Duration.ofMillis(25));
        }
    }

    @Test
    void whatCouldNotBeDeliveredIsNoFailureOfTheFunction() throws Exception {
        table.put("a");
        var times = new AtomicInteger();
        var seen = Seen.answering(
                records -> times.getAndIncrement() < 3 ? new Undelivered("being built") : new Replied("{}"));
        try (var pump = table.pump(seen, table.consumer("one", 100, givingUpAfter(0, true)))) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
        }

        assertThat(seen.by("one")).hasSize(4);
        assertThat(table.deadLetters().items()).isEmpty();
    }

    @Test
    void aBreakdownInBetweenLosesNothing() throws Exception {
        table.put("a", "b");
        var times = new AtomicInteger();
        var seen = Seen.answering(records -> {
            if (times.getAndIncrement() == 0) {
                throw new IllegalStateException("no more processes");
            }
            return new Replied("{}");
        });
        try (var pump = table.pump(seen, table.consumer("one", 1, patient()))) {
            pump.start();
            assertThat(pump.catchUp(SOON)).isTrue();
        }

        assertThat(seen.keysBy("one")).containsExactly("a", "a", "b");
    }

    private static Outcome failing(JsonNode records, String... keys) {
        var failures = new ArrayList<String>();
        for (JsonNode record : records) {
            if (List.of(keys).contains(record.at("/dynamodb/Keys/pk/S").asText())) {
                String number = record.at("/dynamodb/SequenceNumber").asText();
                failures.addFirst("{\"itemIdentifier\":\"" + number + "\"}");
            }
        }
        return new Replied("{\"batchItemFailures\":[" + String.join(",", failures) + "]}");
    }

    private static Map<String, AttributeValue> item() {
        return Map.of(
                "pk",
                AttributeValue.fromS("a"),
                "b",
                AttributeValue.fromB(SdkBytes.fromString("hi", StandardCharsets.UTF_8)),
                "l",
                AttributeValue.fromL(List.of(AttributeValue.fromBool(true), AttributeValue.fromNul(true))),
                "m",
                AttributeValue.fromM(Map.of("s", AttributeValue.fromSs(List.of("x")))),
                "ns",
                AttributeValue.fromNs(List.of("2")));
    }
}
