package cairn.functions.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInState;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Tombstone;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.testkit.SampleRows;
import cairn.testkit.table.RealTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// What the worker asks of the store follows the rows that exist, however many lives a person has had, and no
/// person's erasures hold up another's. Counted, not timed.
class ErasureCostTest {
    private static final Instant ERASED_AT = Instant.parse(Emil.NOW);

    /// As template.yaml has it.
    private static final int BATCH_SIZE = 10;

    @AutoClose
    private static final DynamoDbLocal ENGINE = DynamoDbLocal.inMemory();

    private static final RealTable TABLE = RealTable.on(ENGINE.endpoint());

    @AutoClose
    private static final DynamoDbClient CLIENT = TABLE.client();

    private final Counted counted = new Counted();

    @AutoClose
    private final DynamoDbClient client = TABLE.client(counted);

    private final Ledger ledger = TABLE.ledger(CLIENT);
    private final Emil emil = new Emil(TABLE.ledger(client));
    private final MemberId one = new MemberId("one-" + UUID.randomUUID());
    private final MemberId two = new MemberId("two-" + UUID.randomUUID());

    private static final class Counted implements ExecutionInterceptor {
        private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger rowsRead = new AtomicInteger();

        @Override
        public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
            switch (context.request()) {
                case QueryRequest _ -> calls.add("query");
                case BatchWriteItemRequest _ -> calls.add("delete");
                default -> calls.add(context.request().getClass().getSimpleName());
            }
            if (context.response() instanceof QueryResponse found) {
                rowsRead.addAndGet(found.scannedCount());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 10, 100, 1000})
    void aLifeWithoutRowsCostsOneQueryWhateverItsNumber(int life) {
        assertThat(emil.stream(tombstone(one, life))).isEqualTo(Batch.DONE);
        assertThat(counted.calls).containsExactly("query");
    }

    @Test
    void sixtyRowsCostOneQueryAndThreeDeletions() {
        rows(one, 3, 60);
        assertThat(emil.stream(tombstone(one, 1000))).isEqualTo(Batch.DONE);
        assertThat(counted.calls).containsExactly("query", "delete", "delete", "delete");
        assertThat(counted.rowsRead).hasValue(60);
    }

    @Test
    void theRowsOfTheNextLifeAreNotEvenRead() {
        rows(one, 1, 5);
        rows(one, 2, 40);
        assertThat(emil.stream(tombstone(one, 1))).isEqualTo(Batch.DONE);
        assertThat(counted.rowsRead).hasValue(5);
        assertThat(ledger.held(one, 2, null, 100).items()).hasSize(40);
    }

    @Test
    void threeHundredErasuresOfOnePersonCostAQueryABatchAndTheNextPersonsRowsGoAtOnce() {
        rows(one, 1, 30);
        rows(one, 300, 30);
        rows(two, 1, 30);
        List<String> stream = new ArrayList<>();
        IntStream.rangeClosed(1, 300).forEach(life -> stream.add(tombstone(one, life)));
        stream.add(tombstone(two, 1));

        int batches = 0;
        for (int from = 0; from < stream.size(); from += BATCH_SIZE) {
            List<String> batch = stream.subList(from, Math.min(from + BATCH_SIZE, stream.size()));
            assertThat(emil.stream(batch.toArray(String[]::new))).isEqualTo(Batch.DONE);
            batches++;
        }

        assertThat(counted.calls).filteredOn("query"::equals).hasSize(batches);
        assertThat(counted.calls).filteredOn("delete"::equals).hasSize(6);
        assertThat(counted.calls).containsOnly("query", "delete");
        for (int life : List.of(1, 300)) {
            assertThat(ledger.held(one, life, null, 100).items()).isEmpty();
        }
        assertThat(ledger.held(two, 1, null, 100).items()).isEmpty();
    }

    @Test
    void aPassThatRunsOutOfTimeGoesOnWhereItStopped() {
        rows(one, 7, 230);
        List<String> tombstones = List.of(tombstone(one, 500), tombstone(two, 1));
        int deliveries = 0;
        while (!tombstones.isEmpty() && deliveries < 10) {
            deliveries++;
            String answer = emil.stream(timeForOneStep(), tombstones.toArray(String[]::new));
            tombstones = tombstones.subList(firstFailed(answer, tombstones.size()), tombstones.size());
        }

        // Three steps for the one, one for the other; no row is read or deleted twice.
        assertThat(deliveries).isEqualTo(4);
        assertThat(counted.rowsRead).hasValue(230);
        assertThat(counted.calls).filteredOn("delete"::equals).hasSize(4 + 4 + 2);
        assertThat(ledger.held(one, 7, null, 100).items()).isEmpty();
    }

    /// An invocation whose deadline runs out after each step.
    private static IntSupplier timeForOneStep() {
        AtomicInteger looks = new AtomicInteger();
        return () -> looks.getAndIncrement() < 2 ? 60_000 : 0;
    }

    /// Where the stream goes on.
    private static int firstFailed(String answer, int all) {
        Matcher failed = Pattern.compile("sequence-(\\d+)").matcher(answer);
        return failed.find() ? Integer.parseInt(failed.group(1)) : all;
    }

    private static String tombstone(MemberId id, int life) {
        return Batch.image(new Tombstone(id, 5, life, ERASED_AT));
    }

    private void rows(MemberId id, int life, int count) {
        long before = ledger.standing(id).version();
        for (int week = 0; week < count; week++) {
            CheckIn row = new CheckIn(
                    life,
                    "skin",
                    1,
                    SampleRows.opened(
                            SampleRows.weekly(SampleRows.START.plusWeeks(week)), CheckInState.OPEN, SampleRows.NOW),
                    null);
            assertThat(ledger.commit(new Change(SampleRows.bare(id, before + week + 1), new Change.Open(row))))
                    .isEqualTo(new Ledger.Committed());
        }
    }
}
