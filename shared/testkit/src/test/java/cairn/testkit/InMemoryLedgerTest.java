package cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Change;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InMemoryLedgerTest extends LedgerContract {
    private static final int WRITES = 20_000;
    private static final int WRITERS = 4;

    private final Ledger ledger = new InMemoryLedger();

    @Override
    public Ledger ledger() {
        return ledger;
    }

    /// The races of the contract are too few to find a missing lock where a commit takes a microsecond.
    @Test
    void ofWritersOnTheSameVersionOneIsAcknowledged() throws InterruptedException {
        MemberId id = LedgerUnderTest.somebody();
        Callable<Long> writer = () -> IntStream.rangeClosed(1, WRITES)
                .mapToObj(version -> ledger.commit(
                        new Change(SampleRows.by(UUID.randomUUID().toString(), SampleRows.member(id, version)), null)))
                .filter(Ledger.Committed.class::isInstance)
                .count();

        List<Long> acknowledged = Together.run(Collections.nCopies(WRITERS, writer));

        assertThat(acknowledged.stream().mapToLong(Long::longValue).sum()).isEqualTo(WRITES);
    }

    /// All of them: here they cost nothing.
    @TestFactory
    Stream<DynamicTest> anyOperationSentAgainAfterAnyOtherIsAppliedOnce() {
        return Stream.concat(
                ScriptedRace.all(Operation.onACard())
                        .map(race -> race.test(ledger, this::resending, ScriptedRace::personWithACard)),
                ScriptedRace.all(Operation.onNothing()).map(race -> race.test(ledger, this::resending, (_, _) -> {})));
    }
}
