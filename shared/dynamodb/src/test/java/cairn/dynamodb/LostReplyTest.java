package cairn.dynamodb;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Change;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.dynamodblocal.DynamoDbLocal;
import cairn.testkit.LedgerUnderTest;
import cairn.testkit.Operation;
import cairn.testkit.SampleRows;
import cairn.testkit.ScriptedRace;
import cairn.testkit.Together;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Every writing operation beside every other, on the real engine behind a proxy that swallows the reply to its write:
/// each is applied at most once, and what was acknowledged stays (semantics 6).
class LostReplyTest {
    /// The reply is held, lost once, or lost at each of the SDK's attempts.
    private static final List<Integer> REPLIES_LOST = List.of(0, 1, 3);

    private static final boolean WIDE = "full".equals(System.getProperty("audit"));
    private static final int ROUNDS_OF_A_WIDE_RUN = 200;
    private static final int AT_ONCE = 16;

    @AutoClose
    private static final DynamoDbLocal ENGINE = DynamoDbLocal.inMemory();

    @AutoClose
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final TestTable TABLE = TestTable.on(ENGINE);

    @TestFactory
    Stream<DynamicTest> anOperationOnACardIsAppliedAtMostOnce() {
        return tests(Operation.onACard(), ScriptedRace::personWithACard);
    }

    @TestFactory
    Stream<DynamicTest> anOperationForSomebodyUnknownIsAppliedAtMostOnce() {
        return tests(Operation.onNothing(), (_, _) -> {});
    }

    /// The SDK counts its attempts, and a refusal after more than one is looked up. So nothing below it may send a
    /// request again by itself.
    @Test
    void theHttpClientSendsNothingAgainByItself() {
        MemberId id = LedgerUnderTest.somebody();
        Change change = new Change(SampleRows.by(UUID.randomUUID().toString(), SampleRows.bare(id, 1)), null);
        try (SwallowingProxy proxy = proxy(ScriptedRace.Order.OWN_FIRST, 3, () -> {});
                DynamoDbClient client = TestTable.patient(TestTable.clientOf(proxy.endpoint()))) {
            Ledger ledger = TABLE.ledger(client).within(Deadline.in(DynamoDbClients.LONGEST_CALL.multipliedBy(60)));
            ledger.member(id);

            assertThat(ledger.commit(change)).isEqualTo(new Ledger.Committed());
            assertThat(proxy.writes()).isEqualTo(3);
        }
    }

    private static Stream<DynamicTest> tests(
            List<Operation> operations, BiConsumer<LedgerUnderTest, MemberId> prepare) {
        Stream<ScriptedRace> races = WIDE ? ScriptedRace.all(operations) : ScriptedRace.some(operations);
        return races.collect(groupingBy(ScriptedRace::own)).entrySet().stream()
                .map(own -> DynamicTest.dynamicTest(
                        own.getKey().toString(), () -> runAll(rounds(own.getValue(), prepare))));
    }

    private static void runAll(List<Callable<ScriptedRace>> rounds) throws InterruptedException {
        for (int first = 0; first < rounds.size(); first += AT_ONCE) {
            Together.run(rounds.subList(first, Math.min(first + AT_ONCE, rounds.size())));
        }
    }

    private static List<Callable<ScriptedRace>> rounds(
            List<ScriptedRace> races, BiConsumer<LedgerUnderTest, MemberId> prepare) {
        int rounds = WIDE ? Math.ceilDiv(ROUNDS_OF_A_WIDE_RUN, races.size()) : 1;
        List<Callable<ScriptedRace>> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < races.size(); i++) {
                ScriptedRace race = races.get(i);
                int lost = REPLIES_LOST.get((i / 2 + round) % REPLIES_LOST.size());
                all.add(() -> run(race, lost, prepare));
            }
        }
        return all;
    }

    private static ScriptedRace run(ScriptedRace race, int lost, BiConsumer<LedgerUnderTest, MemberId> prepare) {
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            race.run(
                    TABLE.patientLedger(),
                    (order, beside) -> {
                        SwallowingProxy proxy = proxy(order, lost, beside);
                        opened.add(proxy);
                        DynamoDbClient client = TestTable.patient(TestTable.clientOf(proxy.endpoint()));
                        opened.add(client);
                        return TABLE.ledger(client).within(Deadline.in(DynamoDbClients.LONGEST_CALL.multipliedBy(60)));
                    },
                    prepare);
            return race;
        } catch (AssertionError failed) {
            throw new AssertionError(race + ", " + lost + " replies lost", failed);
        } finally {
            opened.reversed().forEach(LostReplyTest::close);
        }
    }

    private static SwallowingProxy proxy(ScriptedRace.Order order, int lost, Runnable beside) {
        return new SwallowingProxy(HTTP, ENGINE.endpoint(), order, lost, beside);
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
