package cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Asked;
import cairn.checkins.MemberId;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// However many ask at once, a slot opens once, and nobody can tell who was first.
public interface OpeningRaceContract extends LedgerUnderTest {
    int ROUNDS = 200;
    int CALLERS = 8;

    @Test
    default void allWhoAskAtOnceGetTheOneCheckInThatWasOpened() throws InterruptedException {
        RaceStart start = RaceStart.make();
        for (int round = 0; round < ROUNDS; round++) {
            MemberId id = start.storedIn(this);
            Callable<Asked> ask = () -> (Asked) RaceStart.on(ledger()).due(id);

            List<Asked> asked = Together.run(Collections.nCopies(CALLERS, ask));

            assertThat(asked)
                    .extracting(Asked::answer)
                    .containsOnly(asked.getFirst().answer());
            assertThat(asked.getFirst().answer().due()).hasSize(2);
            assertThat(asked).extracting(Asked::way).containsOnlyOnce(Asked.Way.OPENED);
            assertThat(ledger().newestFirst(id, 1, SamplePrograms.HAIR, null, 10)
                            .items())
                    .containsExactly(stored(id, RaceStart.UNOPENED));
            assertThat(stored(id).version()).as("one write opened it").isEqualTo(2);
        }
    }
}
