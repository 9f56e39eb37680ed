package cairn.dynamodb;

import static cairn.testkit.SamplePrograms.SKIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cairn.checkins.ActionOutcome;
import cairn.checkins.Answer;
import cairn.checkins.Asked;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.Members;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.testkit.JsonAnswers;
import cairn.testkit.SamplePrograms;
import cairn.testkit.Together;
import cairn.timeline.SlotKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// What each way through may cost (design, section 3): the requests that leave, counted by the SDK.
class CallsTest {
    private static final Instant NOW = Instant.parse("2026-03-24T12:00:00.000Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 24);
    private static final CheckInId CARD = new CheckInId(1, SKIN, 1, new SlotKey.Milestone(7));
    private static final Map<String, Answer> ANSWERS =
            Map.of("comfort", new Answer.Quantity(BigDecimal.ONE), "feel", new Answer.Words("dry"));

    @AutoClose
    private static final DynamoDbLocal ENGINE = DynamoDbLocal.inMemory();

    private static final TestTable TABLE = TestTable.on(ENGINE);

    private final MemberId id = new MemberId("calls-" + UUID.randomUUID());
    private final Recorder recorder = new Recorder();
    private final DynamoDbLedger ledger =
            TABLE.ledger(TestTable.clientOf(ENGINE.endpoint(), recorder).build());
    private final Members counted = on(ledger);

    @BeforeEach
    void aPersonOnTheDayOfTheirFirstCard() {
        on(TABLE.patientLedger()).start(id, SKIN, TODAY.minusDays(7), ZoneId.of("Europe/Berlin"));
    }

    @Test
    void openingIsOneReadAndOneTransaction() {
        assertThat(way(counted)).isEqualTo(Asked.Way.OPENED);
        assertThat(recorder.calls()).containsExactly("GetItem", "TransactWriteItems");
    }

    @Test
    void aTransactionIsNamedByTheWriteItLeavesOnTheRow() {
        counted.due(id);

        String token = recorder.requests.stream()
                .filter(TransactWriteItemsRequest.class::isInstance)
                .map(TransactWriteItemsRequest.class::cast)
                .findFirst()
                .orElseThrow()
                .clientRequestToken();
        assertThat(token).hasSize(22).isEqualTo(TABLE.attribute(RowKey.ofMember(id), "write"));
    }

    @Test
    void aFreshAnswerIsOneRead() {
        open();
        assertThat(way(counted)).isEqualTo(Asked.Way.CACHED);
        assertThat(recorder.calls()).containsExactly("GetItem");
    }

    @Test
    void aLostRaceIsOneRefusedTransactionAndNoReadMore() {
        recorder.beforeFirstWrite = this::open;

        assertThat(way(counted)).isEqualTo(Asked.Way.CACHED);
        assertThat(recorder.calls()).containsExactly("GetItem", "TransactWriteItems");
    }

    @Test
    void whatIsDoneWithTheCardIsOneReadAndOneTransaction() {
        open();
        assertThat(counted.snooze(id, CARD, NOW.plusSeconds(60))).isInstanceOf(ActionOutcome.Settled.class);
        assertThat(counted.dismiss(id, CARD)).isInstanceOf(ActionOutcome.Settled.class);
        assertThat(counted.complete(id, CARD, ANSWERS, null)).isInstanceOf(ActionOutcome.Settled.class);
        assertThat(recorder.calls())
                .containsExactly(
                        "GetItem",
                        "TransactWriteItems",
                        "GetItem",
                        "TransactWriteItems",
                        "GetItem",
                        "TransactWriteItems");
    }

    @Test
    void whereTheCheckInsContentIsNeededItIsOneReadMore() {
        assertThat(counted.complete(id, CARD, ANSWERS, null)).isInstanceOf(ActionOutcome.Settled.class);
        assertThat(counted.complete(id, CARD, ANSWERS, null)).isInstanceOf(ActionOutcome.Settled.class);
        assertThat(recorder.calls()).containsExactly("GetItem", "GetItem", "TransactWriteItems", "GetItem", "GetItem");
    }

    @Test
    void aPageIsTheMembersRowAndOneQuery() {
        open();
        counted.history(id, SKIN, null, 20);
        counted.timeline(id, SKIN, TODAY.minusDays(7), TODAY.plusDays(300));
        assertThat(recorder.calls()).containsExactly("GetItem", "Query", "GetItem", "Query");
    }

    @Test
    void aChangeToTheMemberAloneIsOneReadAndOnePut() {
        counted.setLiving(id, ZoneId.of("Asia/Tokyo"), "ja");
        assertThat(recorder.calls()).containsExactly("GetItem", "PutItem");
    }

    @Test
    void primingIsOneRead() {
        ledger.prime();
        assertThat(recorder.calls()).containsExactly("GetItem");
    }

    @Test
    void everyReadIsStronglyConsistent() {
        counted.complete(id, CARD, ANSWERS, null);
        counted.history(id, SKIN, null, 20);
        counted.timeline(id, SKIN, TODAY.minusDays(7), TODAY);
        ledger.prime();
        for (SdkRequest request : recorder.requests) {
            switch (request) {
                case GetItemRequest get -> assertThat(get.consistentRead()).isTrue();
                case QueryRequest query -> assertThat(query.consistentRead()).isTrue();
                default -> assertThat(request.getClass().getSimpleName()).doesNotContain("Scan", "Batch");
            }
        }
    }

    @Test
    void noOtherCallCanBeMade() {
        BoundedClient bounded = new BoundedClient(TABLE.client(), Deadline.in(DynamoDbClients.LONGEST_CALL));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> bounded.scan(
                        ScanRequest.builder().tableName(TABLE.name()).build()));
    }

    private void open() {
        assertThat(way(on(TABLE.patientLedger()))).isEqualTo(Asked.Way.OPENED);
    }

    private static Members on(Ledger ledger) {
        return new Members(ledger, SamplePrograms.both(), JsonAnswers.format(), NOW, Together::pause);
    }

    private static final class Recorder implements ExecutionInterceptor {
        private final List<SdkRequest> requests = new ArrayList<>();
        private Runnable beforeFirstWrite = () -> {};

        List<String> calls() {
            return requests.stream()
                    .map(request -> request.getClass().getSimpleName().replace("Request", ""))
                    .toList();
        }

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            requests.add(context.request());
            if (!(context.request() instanceof GetItemRequest)) {
                Runnable once = beforeFirstWrite;
                beforeFirstWrite = () -> {};
                once.run();
            }
        }
    }

    private Asked.Way way(Members members) {
        return ((Asked) members.due(id)).way();
    }
}
