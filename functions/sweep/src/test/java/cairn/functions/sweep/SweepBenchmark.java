package cairn.functions.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.lambda.Json;
import cairn.testkit.SamplePrograms;
import cairn.testkit.TestContext;
import cairn.testkit.table.RealTable;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// What a sweep costs hangs on how many are due, and not on how many there are. The whole measurement is made with
/// `-Dbenchmark=full`; a small one belongs to every build.
@Tag("benchmark")
class SweepBenchmark {
    private static final boolean FULL = "full".equals(System.getProperty("benchmark"));
    private static final int DUE = FULL ? 1_000 : 100;
    private static final int FEW = FULL ? 5_000 : 500;
    private static final int MANY = FULL ? 20_000 : 2_000;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @AutoClose
    private static final DynamoDbLocal ENGINE = DynamoDbLocal.inMemory();

    private record Cost(double readUnits, Map<String, Integer> calls) {}

    @Test
    void whoIsNotDueCostsNothing() throws IOException {
        Cost among = sweep(FEW);
        Cost amongMore = sweep(MANY);

        assertThat(amongMore).isEqualTo(among);
        assertThat(among.calls())
                .containsEntry("GetItem", DUE)
                .containsEntry("TransactWriteItems", DUE)
                .containsEntry("PutItem", DUE)
                .containsOnlyKeys("Query", "GetItem", "TransactWriteItems", "PutItem");
        assertThat(among.calls().get("Query")).isLessThanOrEqualTo(2 * MemberId.SHARDS + DUE / 100);
    }

    private static Cost sweep(int members) throws IOException {
        RealTable table = RealTable.on(ENGINE.endpoint());
        Meter meter = new Meter();
        try (DynamoDbClient loader = table.client();
                DynamoDbClient metered = table.client(meter)) {
            load(table, loader, members);
            Ledger ledger = table.ledger(metered);
            RecordingBus bus = new RecordingBus();
            List<String> log = new ArrayList<>();

            long startedAt = System.nanoTime();
            new Sweep(SamplePrograms.both(), _ -> ledger, bus, DUE, log::add)
                    .handleRequest(
                            new ByteArrayInputStream(("{\"from\":0,\"to\":15,\"at\":\"" + Rig.DUE + "\"}")
                                    .getBytes(StandardCharsets.UTF_8)),
                            new ByteArrayOutputStream(),
                            new TestContext(() -> 900_000));
            Duration took = Duration.ofNanos(System.nanoTime() - startedAt);

            expectExactlyTheDue(Json.MAPPER.readTree(log.getLast()), bus, meter);
            Map<String, Integer> calls = new HashMap<>();
            meter.calls.forEach((name, count) -> calls.put(name, count.get()));
            System.out.printf(
                    Locale.ROOT,
                    "sweep: %,d members, %,d due: %.1f read units, calls %s, %,d ms, %,.0f members/s%n",
                    members,
                    DUE,
                    meter.readUnits(),
                    calls,
                    took.toMillis(),
                    DUE * 1e9 / took.toNanos());
            loader.deleteTable(request -> request.tableName(table.name()));
            return new Cost(meter.readUnits(), calls);
        }
    }

    private static void expectExactlyTheDue(JsonNode line, RecordingBus bus, Meter meter) {
        Set<String> due = new TreeSet<>();
        dueIds().forEach(id -> due.add("MEMBER#" + id.subject()));
        assertThat(line.get("opened").intValue()).isEqualTo(DUE);
        assertThat(line.get("announced").intValue()).isEqualTo(DUE);
        assertThat(line.get("failed").intValue()).isZero();
        assertThat(bus.members()).doesNotHaveDuplicates().hasSize(DUE);
        assertThat(meter.asked).as("rows read").isEqualTo(due);
        assertThat(meter.given).as("rows of the index read").isEqualTo(due);
    }

    private static Stream<MemberId> dueIds() {
        return IntStream.range(0, DUE).mapToObj(i -> new MemberId("due-" + i));
    }

    /// Two rows as the rules make them, copied for everybody.
    private static void load(RealTable table, DynamoDbClient client, int members) {
        Map<String, AttributeValue> due = row(table, client, new MemberId("due-0"), "2026-03-17");
        Map<String, AttributeValue> later = row(table, client, new MemberId("later-0"), "2026-03-18");
        List<WriteRequest> rows = new ArrayList<>();
        dueIds().skip(1).forEach(id -> rows.add(copy(due, id)));
        IntStream.range(1, members - DUE).forEach(i -> rows.add(copy(later, new MemberId("later-" + i))));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int from = 0; from < rows.size(); from += 25) {
                List<WriteRequest> some = rows.subList(from, Math.min(from + 25, rows.size()));
                threads.execute(
                        () -> client.batchWriteItem(request -> request.requestItems(Map.of(table.name(), some))));
            }
        }
    }

    private static Map<String, AttributeValue> row(
            RealTable table, DynamoDbClient client, MemberId id, String startedOn) {
        new Members(
                        table.ledger(client),
                        SamplePrograms.both(),
                        Json.ANSWER_FORMAT,
                        Instant.parse("2026-03-18T12:00:00Z"),
                        _ -> {})
                .start(id, SamplePrograms.SKIN, LocalDate.parse(startedOn), BERLIN);
        return client.getItem(request -> request.tableName(table.name())
                        .key(Map.of(
                                "pk", AttributeValue.fromS("MEMBER#" + id.subject()),
                                "sk", AttributeValue.fromS("MEMBER"))))
                .item();
    }

    private static WriteRequest copy(Map<String, AttributeValue> row, MemberId id) {
        Map<String, AttributeValue> copy = new HashMap<>(row);
        copy.put("pk", AttributeValue.fromS("MEMBER#" + id.subject()));
        copy.put("dueShard", AttributeValue.fromS(Integer.toString(id.shard())));
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(copy).build())
                .build();
    }
}
