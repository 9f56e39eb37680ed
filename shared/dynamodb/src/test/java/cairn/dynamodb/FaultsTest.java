package cairn.dynamodb;

import static cairn.dynamodb.FaultyHttp.BROKEN;
import static cairn.dynamodb.FaultyHttp.CONFLICT;
import static cairn.dynamodb.FaultyHttp.NEVER_SENT;
import static cairn.dynamodb.FaultyHttp.REPLY_LOST;
import static cairn.dynamodb.FaultyHttp.THROTTLED;
import static cairn.dynamodb.FaultyHttp.answer;
import static cairn.dynamodb.FaultyHttp.cancelled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cairn.checkins.Answer;
import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInState;
import cairn.checkins.Completion;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.OpenedSlot;
import cairn.checkins.RowRefused;
import cairn.checkins.Standing;
import cairn.checkins.StoreMisconfigured;
import cairn.checkins.StoreUnavailable;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.testkit.SampleRows;
import cairn.timeline.Slot;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.HttpExecuteResponse;

/// What becomes of a change when DynamoDB, or the way to it, does not do what it should.
class FaultsTest {
    private static final String NONE = "{\"Code\": \"None\"}";
    private static final String TAKEN = "{\"Code\": \"ConditionalCheckFailed\", \"Item\": {\"pk\": {\"S\": \"x\"}}}";
    private static final String IN_CONFLICT = "{\"Code\": \"TransactionConflict\"}";

    @AutoClose
    private static final DynamoDbLocal ENGINE = DynamoDbLocal.inMemory();

    private static final TestTable TABLE = TestTable.on(ENGINE);

    private final MemberId id = new MemberId("faults-" + UUID.randomUUID());
    private final FaultyHttp http = new FaultyHttp();
    private final CheckIn row = SampleRows.open("skin", 1, SampleRows.milestone(7, SampleRows.START));
    private final Change alone = new Change(SampleRows.member(id, 1), null);
    private final Change opening = new Change(SampleRows.member(id, 1), new Change.Open(row));

    @BeforeAll
    static void warmUp() {
        TABLE.patientLedger().member(new MemberId("nobody"));
    }

    @Test
    void aPutWhoseReplyWasLostOnceIsStoredOnceAndNotLost() {
        http.once("PutItem", REPLY_LOST);

        assertThat(ledger().commit(alone)).isEqualTo(new Ledger.Committed());
        assertThat(http.attempts()).containsExactly("PutItem", "PutItem");
        assertThat(stored()).hasValue(alone.after());
    }

    @Test
    void aTransactionWhoseReplyWasLostOnceIsStoredOnceAndNotLost() {
        http.once("TransactWriteItems", REPLY_LOST);

        assertThat(ledger().commit(opening)).isEqualTo(new Ledger.Committed());
        assertThat(http.attempts()).containsExactly("TransactWriteItems", "TransactWriteItems");
        assertThat(TABLE.patientLedger().newestFirst(id, 1, "skin", null, 10).items())
                .containsExactly(row);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PutItem", "TransactWriteItems"})
    void aWriteWhoseReplyIsLostForGoodIsFoundByReadingBackOnce(String operation) {
        http.always(operation, REPLY_LOST);

        assertThat(ledger().commit(changeBy(operation))).isEqualTo(new Ledger.Committed());
        assertThat(http.attempts()).containsOnlyOnce("GetItem").endsWith("GetItem");
        assertThat(stored()).isPresent();
    }

    @Test
    void aWriteThatWasAppliedBeforeItsCredentialsEndedIsFound() {
        http.once("PutItem", REPLY_LOST).once("PutItem", FaultyHttp.answer(400, "ExpiredTokenException", ""));

        assertThat(ledger().commit(alone)).isEqualTo(new Ledger.Committed());
        assertThat(http.attempts()).containsExactly("PutItem", "PutItem", "GetItem");
    }

    /// The row names only its last write, as one of an older version does, so the attempt before it cannot be looked
    /// up.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRefusalIsDecidedAgainOnlyWhereNoAttemptBeforeItCanHaveBeenApplied(boolean sentBefore) {
        if (sentBefore) {
            http.once("PutItem", REPLY_LOST).once("PutItem", CONFLICT);
        }
        Member later = SampleRows.by("later", SampleRows.member(id, 2));
        http.once("PutItem", request -> {
            TABLE.patientLedger().commit(new Change(SampleRows.by("first", SampleRows.member(id, 1)), null));
            TABLE.patientLedger().commit(new Change(later, null));
            return request.call();
        });
        if (sentBefore) {
            expectUnavailable(() -> ledger().commit(alone));
        } else {
            assertThat(ledger().commit(alone)).isEqualTo(new Ledger.MemberChanged(later));
        }
    }

    @Test
    void aWriteThatHangsLeavesTimeToReadBack() {
        http.always("TransactWriteItems", request -> {
            request.call();
            return hang();
        });

        assertThat(ledger(Duration.ofMillis(2500)).commit(opening)).isEqualTo(new Ledger.Committed());
        assertThat(http.attempts()).containsOnlyOnce("GetItem").endsWith("GetItem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PutItem", "TransactWriteItems"})
    void aWriteThatNeverArrivedIsUnavailableAndStoresNothing(String operation) {
        http.always(operation, NEVER_SENT);

        expectUnavailable(() -> ledger().commit(changeBy(operation)));
        assertThat(http.attempts()).containsOnlyOnce("GetItem");
        assertThat(stored()).isEmpty();
    }

    @Test
    void aWriteOfWhichNothingCanBeLearnedIsUnavailable() {
        http.always("TransactWriteItems", REPLY_LOST).always("GetItem", NEVER_SENT);
        expectUnavailable(() -> ledger().commit(opening));
    }

    @Test
    void aServerThatFailsIsUnavailable() {
        http.always("TransactWriteItems", BROKEN).always("GetItem", BROKEN);
        expectUnavailable(() -> ledger().commit(opening));
        expectUnavailable(() -> ledger().member(id));
    }

    @Test
    void aLostWriteThatSomebodyElseOvertookIsToldWhatIsThere() {
        Member theirs = SampleRows.by(UUID.randomUUID().toString(), SampleRows.member(id, 1));
        http.always("TransactWriteItems", _ -> {
            TABLE.patientLedger().commit(new Change(theirs, null));
            throw new IOException("never sent");
        });

        assertThat(ledger().commit(opening)).isEqualTo(new Ledger.MemberChanged(theirs));
    }

    @Test
    void aPutThatTwiceMetATransactionIsStored() {
        http.once("PutItem", CONFLICT).once("PutItem", CONFLICT);

        assertThat(ledger().commit(alone)).isEqualTo(new Ledger.Committed());
        assertThat(http.attempts()).containsExactly("PutItem", "PutItem", "PutItem");
    }

    @Test
    void aTransactionThatTwiceMetAnotherIsStored() {
        http.once("TransactWriteItems", cancelled(IN_CONFLICT, NONE))
                .once("TransactWriteItems", cancelled(NONE, IN_CONFLICT));

        assertThat(ledger().commit(opening)).isEqualTo(new Ledger.Committed());
        assertThat(TABLE.patientLedger().checkIn(id, row.id())).hasValue(row);
    }

    @Test
    void aTakenSlotBesideAConflictIsNotYetAnAnswer() {
        http.once("TransactWriteItems", cancelled(IN_CONFLICT, TAKEN));

        assertThat(ledger().commit(opening)).isEqualTo(new Ledger.Committed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PutItem", "TransactWriteItems"})
    void whoMeetsOthersAgainAndAgainIsToldWhatTheyWrote(String operation) {
        Member theirs = SampleRows.by(UUID.randomUUID().toString(), SampleRows.member(id, 1));
        TABLE.patientLedger().commit(new Change(theirs, null));
        http.always(operation, operation.equals("PutItem") ? CONFLICT : cancelled(IN_CONFLICT, NONE));

        assertThat(ledger().commit(changeBy(operation))).isEqualTo(new Ledger.MemberChanged(theirs));
        assertThat(http.attempts())
                .containsOnlyOnce("GetItem")
                .endsWith("GetItem")
                .hasSizeBetween(4, 10);
    }

    @Test
    void whoMeetsOthersAgainAndAgainWithoutAnyWriteIsUnavailable() {
        http.always("PutItem", CONFLICT);
        expectUnavailable(() -> ledger().commit(alone));
    }

    @Test
    void throttlingIsUnavailableInTime() {
        for (String operation : List.of("GetItem", "Query", "PutItem", "TransactWriteItems")) {
            http.always(operation, THROTTLED);
        }
        expectUnavailable(() -> ledger().member(id));
        expectUnavailable(() -> ledger().checkIn(id, row.id()));
        expectUnavailable(() -> ledger().newestFirst(id, 1, "skin", null, 1));
        expectUnavailable(() -> ledger().commit(alone));
        expectUnavailable(() -> ledger().commit(opening));
    }

    @Test
    void aTransactionThrottledOnOneRowIsTriedAgain() {
        http.once("TransactWriteItems", cancelled("{\"Code\": \"ThrottlingError\"}", NONE));

        assertThat(ledger().commit(opening)).isEqualTo(new Ledger.Committed());
    }

    @Test
    void withoutTimeNothingIsSent() {
        expectUnavailable(() -> ledger(Duration.ZERO).member(id));
        expectUnavailable(() -> ledger(Duration.ofMillis(900)).commit(alone));
        assertThat(http.attempts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PutItem", "TransactWriteItems"})
    void aRowThatTheStoreCannotKeepIsNotTheStoreBeingAwayAndIsNotReadBack(String operation) {
        http.always(operation, answer(400, "ValidationException", ""));

        assertThatExceptionOfType(RowRefused.class)
                .isThrownBy(() -> ledger().commit(changeBy(operation)))
                .withMessageContaining("injected");
        assertThat(http.attempts()).containsExactly(operation);
    }

    @Test
    void aRowOfATransactionThatTheStoreCannotKeepIsNotTheStoreBeingAway() {
        http.always(
                "TransactWriteItems", cancelled(NONE, "{\"Code\": \"ValidationError\", \"Message\": \"too large\"}"));

        assertThatExceptionOfType(RowRefused.class)
                .isThrownBy(() -> ledger().commit(opening))
                .withMessageContaining("too large");
    }

    @Test
    void theEngineItselfRefusesARowWhoseAnswerHasNoName() {
        Slot slot = SampleRows.milestone(7, SampleRows.START);
        OpenedSlot opened = SampleRows.opened(slot, CheckInState.COMPLETED, SampleRows.NOW);
        Completion unnamed = new Completion(Map.of("", new Answer.YesNo(true)), SampleRows.NOW, SampleRows.NOW, false);
        Change change =
                new Change(SampleRows.member(id, 1), new Change.Open(new CheckIn(1, "skin", 1, opened, unnamed)));

        assertThatExceptionOfType(RowRefused.class).isThrownBy(() -> ledger().commit(change));
        assertThat(http.attempts()).containsExactly("TransactWriteItems");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ResourceNotFoundException",
                "AccessDeniedException",
                "UnrecognizedClientException",
                "ExpiredTokenException"
            })
    void aTableThatIsNotThereOrNotOursIsNotTheStoreBeingAway(String code) {
        for (String operation : List.of("GetItem", "Query", "PutItem", "TransactWriteItems")) {
            http.always(operation, answer(400, code, ""));
        }
        for (Runnable operation : List.<Runnable>of(
                () -> ledger().member(id),
                () -> ledger().newestFirst(id, 1, "skin", null, 1),
                () -> ledger().forget(id, 1),
                () -> ledger().commit(alone),
                () -> ledger().commit(opening))) {
            assertThatExceptionOfType(StoreMisconfigured.class)
                    .isThrownBy(operation::run)
                    .withMessageContaining(code);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RequestLimitExceeded", "ThrottlingException", "LimitExceededException", "SomethingNew"})
    void whatMaySucceedLaterIsStillTheStoreBeingAway(String code) {
        http.always("GetItem", answer(400, code, ""));
        expectUnavailable(() -> ledger().member(id));
    }

    private static HttpExecuteResponse hang() throws IOException {
        try {
            Thread.sleep(Duration.ofMinutes(1));
            throw new IOException("waited in vain");
        } catch (InterruptedException ended) {
            throw new InterruptedIOException();
        }
    }

    private Change changeBy(String operation) {
        return operation.equals("PutItem") ? alone : opening;
    }

    private Ledger ledger() {
        return ledger(DynamoDbClients.LONGEST_CALL);
    }

    private Ledger ledger(Duration left) {
        var client = TestTable.clientOf(ENGINE.endpoint())
                .httpClientBuilder(null)
                .httpClient(http)
                .build();
        return TABLE.ledger(client).within(Deadline.in(left));
    }

    private Optional<Standing> stored() {
        return TABLE.patientLedger().member(id).map(member -> member);
    }

    private static void expectUnavailable(Runnable operation) {
        Deadline latest = Deadline.in(DynamoDbClients.LONGEST_CALL.plusMillis(500));
        assertThatExceptionOfType(StoreUnavailable.class).isThrownBy(operation::run);
        assertThat(latest.left()).as("time left").isPositive();
    }
}
