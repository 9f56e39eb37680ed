package cairn.functions.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Asked;
import cairn.checkins.CheckIn;
import cairn.checkins.Happening;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.checkins.OpenedBy;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.lambda.Json;
import cairn.testkit.SamplePrograms;
import cairn.testkit.TestContext;
import cairn.testkit.Together;
import cairn.testkit.table.RealTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Sixteen sweeps at once, and everybody looks at their card meanwhile: nothing but conditional writes keeps them
/// apart.
class SweepRaceTest {
    private static final int SWEEPS = 16;
    private static final int MEMBERS = 12;
    private static final Instant DUE = Instant.parse(Rig.DUE);

    @AutoClose
    private static final DynamoDbLocal ENGINE = DynamoDbLocal.inMemory();

    private final RealTable table = RealTable.on(ENGINE.endpoint());

    @AutoClose
    private final DynamoDbClient client = table.client();

    private final Ledger ledger = table.ledger(client);
    private final ConcurrentLinkedQueue<Happening> told = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();

    @Test
    void eachSlotOpensOnceAndIsAnnouncedUnderOneId() throws InterruptedException {
        List<MemberId> ids = IntStream.range(0, MEMBERS)
                .mapToObj(i -> new MemberId("racer-" + i))
                .toList();
        ids.forEach(id -> members("2026-03-17T12:00:00Z")
                .start(id, SamplePrograms.SKIN, LocalDate.of(2026, 3, 17), ZoneId.of("Europe/Berlin")));
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < SWEEPS; i++) {
            all.add(this::sweep);
        }
        for (MemberId id : ids) {
            all.add(() -> ((Asked) members(Rig.DUE).due(id)).answer().due().size());
        }

        Together.run(all);

        assertThat(log).allSatisfy(line -> assertThat(line).contains("\"failed\":0"));
        for (MemberId id : ids) {
            expectOpenedOnce(id);
        }
        assertThat(new HashSet<>(told.stream().map(Happening::id).toList()))
                .as("one id for each who was told")
                .hasSameSizeAs(new HashSet<>(told.stream()
                        .map(one -> Objects.requireNonNull(one.detail().get("memberId")))
                        .toList()));
        int before = told.size();
        sweep();
        assertThat(told).as("once all are done nobody is told again").hasSize(before);
    }

    /// The visit may have been first, and then the card counts as announced.
    private void expectOpenedOnce(MemberId id) {
        List<CheckIn> rows =
                ledger.newestFirst(id, 1, SamplePrograms.SKIN, null, 10).items();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.opened().slot().key().text()).isEqualTo(Rig.SLOT);
            assertThat(row.opened().openedAt()).isEqualTo(DUE);
        });
        var journey =
                ledger.member(id).orElseThrow().journey(SamplePrograms.SKIN).orElseThrow();
        assertThat(journey.offered()).isEqualTo(1);
        assertThat(journey.announced()).isNotNull();
        assertThat(ledger.member(id).orElseThrow().outlook().nextActionAt()).isEqualTo("2026-04-01T07:00:00Z");
        long toldOf = told.stream()
                .filter(one -> id.subject().equals(one.detail().get("memberId")))
                .count();
        boolean bySweep = rows.getFirst().opened().openedBy() == OpenedBy.SWEEP;
        assertThat(toldOf > 0).isEqualTo(bySweep);
    }

    private int sweep() {
        try {
            new Sweep(SamplePrograms.both(), _ -> ledger, this::tell, 1000, log::add)
                    .handleRequest(
                            new ByteArrayInputStream(("{\"from\":0,\"to\":15,\"at\":\"" + Rig.DUE + "\"}")
                                    .getBytes(StandardCharsets.UTF_8)),
                            new ByteArrayOutputStream(),
                            new TestContext());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Happening> tell(List<Happening> happenings) {
        told.addAll(happenings);
        return List.of();
    }

    private Members members(String now) {
        return new Members(ledger, SamplePrograms.both(), Json.ANSWER_FORMAT, Instant.parse(now), Together::pause);
    }
}
