package cairn.testkit;

import cairn.checkins.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Whatever two devices of one person do at once: what either was told is stored is there afterwards.
public interface PairRaceContract extends LedgerUnderTest {
    int ROUNDS_OF_A_PAIR = 20;

    @TestFactory
    default Stream<DynamicTest> nothingAcknowledgedIsLostToAConcurrentWrite() {
        RaceStart start = RaceStart.make();
        List<DynamicTest> pairs = new ArrayList<>();
        for (RacingOperation one : RacingOperation.values()) {
            for (RacingOperation other : RacingOperation.values()) {
                if (one.compareTo(other) <= 0) {
                    pairs.add(DynamicTest.dynamicTest(one + " and " + other, () -> race(start, one, other)));
                }
            }
        }
        return pairs.stream();
    }

    private void race(RaceStart start, RacingOperation one, RacingOperation other) throws InterruptedException {
        for (int round = 0; round < ROUNDS_OF_A_PAIR; round++) {
            MemberId id = start.storedIn(this);
            List<Object> outcomes = Together.run(
                    List.of(() -> one.by(RaceStart.on(ledger()), id), () -> other.by(RaceStart.on(ledger()), id)));
            Aftermath after = Aftermath.of(ledger(), id);
            one.expectEffect(outcomes.getFirst(), other, after);
            other.expectEffect(outcomes.getLast(), one, after);
            after.expectSound();
        }
    }
}
