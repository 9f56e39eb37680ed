package cairn.testkit;

import static cairn.testkit.LedgerUnderTest.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.Erased;
import cairn.checkins.ForwardingLedger;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import cairn.checkins.MemberOutcome;
import cairn.checkins.Members;
import cairn.checkins.Tombstone;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// A request is applied at most once: what was sent twice is written once, whatever came on top of it (semantics 6).
public interface AtMostOnceContract extends LedgerUnderTest {

    @Test
    default void aChangeThatIsCommittedAgainWithUpToSevenWritesOnTopIsNotWrittenAgain() {
        MemberId id = somebody();
        store(SampleRows.member(id, 1));
        CheckIn row = SampleRows.open("skin", 1, ConditionContract.SLOT);
        for (Change.@Nullable CheckInWrite write : new Change.@Nullable CheckInWrite[] {null, new Change.Open(row)}) {
            long before = stored(id).version();
            Change first = new Change(SampleRows.member(id, before + 1), write);
            assertThat(ledger().commit(first)).isEqualTo(new Ledger.Committed());
            for (int onTop = 1; onTop <= 7; onTop++) {
                store(SampleRows.member(id, before + 1 + onTop));
                assertThat(ledger().commit(first)).as("%s on top", onTop).isEqualTo(new Ledger.Committed());
            }
            assertThat(stored(id)).isEqualTo(SampleRows.member(id, before + 8));
        }
        assertThat(stored(id, row.id())).isEqualTo(row);
    }

    @TestFactory
    default Stream<DynamicTest> whatIsSentAgainAfterAnothersWriteIsAppliedOnce() {
        return Stream.concat(
                ScriptedRace.some(Operation.onACard())
                        .map(race -> race.test(ledger(), this::resending, ScriptedRace::personWithACard)),
                ScriptedRace.some(Operation.onNothing())
                        .map(race -> race.test(ledger(), this::resending, (_, _) -> {})));
    }

    @Test
    default void aBeginAgainThatAnotherErasureOvertookBringsNobodyBack() {
        MemberId id = somebody();
        store(new Tombstone(id, 1, 1, SampleRows.NOW));
        Members direct = RaceStart.on(ledger());

        MemberOutcome overtaken = RaceStart.on(resending(ScriptedRace.Order.OTHER_FIRST, () -> {
                    assertThat(direct.beginAgain(id)).isInstanceOf(MemberOutcome.Stands.class);
                    direct.erase(id);
                }))
                .beginAgain(id);

        assertThat(overtaken).isEqualTo(new Erased());
        assertThat(ledger().standing(id)).isEqualTo(new Tombstone(id, 3, 2, RaceStart.NOW));
    }

    @Test
    default void aBeginAgainThatIsSentAgainAfterAnErasureBringsNobodyBack() {
        MemberId id = somebody();
        store(new Tombstone(id, 1, 1, SampleRows.NOW));
        Members direct = RaceStart.on(ledger());

        MemberOutcome sentAgain = RaceStart.on(resending(ScriptedRace.Order.OWN_FIRST, () -> direct.erase(id)))
                .beginAgain(id);

        assertThat(sentAgain).isEqualTo(new Erased());
        assertThat(ledger().standing(id)).isEqualTo(new Tombstone(id, 3, 2, RaceStart.NOW));
    }

    @Test
    default void ofTwoWhoBeginAgainBothAreToldOfTheSameLife() {
        MemberId id = somebody();
        store(new Tombstone(id, 1, 1, SampleRows.NOW));
        Members direct = RaceStart.on(ledger());

        MemberOutcome second = RaceStart.on(resending(ScriptedRace.Order.OTHER_FIRST, () -> direct.beginAgain(id)))
                .beginAgain(id);

        assertThat(second).isInstanceOf(MemberOutcome.Stands.class);
        assertThat(stored(id).life()).isEqualTo(2);
        assertThat(stored(id).version()).isEqualTo(2);
    }

    /// The first write reaches the store twice, as a client sends it again whose reply was lost.
    default Ledger resending(ScriptedRace.Order order, Runnable beside) {
        return new ForwardingLedger(ledger()) {
            private boolean isFirst = true;

            @Override
            public Result commit(Change change) {
                if (!isFirst) {
                    return super.commit(change);
                }
                isFirst = false;
                return switch (order) {
                    case OWN_FIRST -> {
                        super.commit(change);
                        beside.run();
                        yield super.commit(change);
                    }
                    case OTHER_FIRST -> {
                        beside.run();
                        super.commit(change);
                        yield super.commit(change);
                    }
                };
            }
        };
    }
}
