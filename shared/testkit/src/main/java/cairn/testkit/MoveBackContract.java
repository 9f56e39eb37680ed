package cairn.testkit;

import static cairn.testkit.DueContract.waiting;
import static cairn.testkit.LedgerUnderTest.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Change;
import cairn.checkins.Ledger;
import cairn.checkins.Ledger.Nominee;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Nobody;
import cairn.checkins.Outlook;
import cairn.checkins.Tombstone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A member who cannot be handled is put off, and nothing else happens to them.
public interface MoveBackContract extends DueContract {
    Instant LATER = WHEN.plusSeconds(3600);

    @Test
    default void whoIsMovedBackIsNominatedLater() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));

        ledger().moveBack(new Nominee(id, WHEN), _ -> LATER);

        assertThat(nominees(id, LATER.minusMillis(1))).isEmpty();
        assertThat(nominees(id, LATER)).containsExactly(new Nominee(id, LATER));
    }

    @Test
    default void nothingElseOfThemChanges() {
        MemberId id = somebody();
        Member before = SampleRows.member(id, 1);
        store(before);

        ledger().moveBack(nominee(before), _ -> LATER);

        assertThat(stored(id))
                .isEqualTo(before.with(new Outlook(before.outlook().answer(), LATER)));
    }

    @Test
    default void theNextWriteGoesThroughAndTakesItsPlace() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));
        ledger().moveBack(new Nominee(id, WHEN), _ -> LATER);

        store(waiting(id, 2, WHEN.plusSeconds(7)));

        assertThat(nominees(id, LATER)).containsExactly(new Nominee(id, WHEN.plusSeconds(7)));
    }

    @Test
    default void howOftenItWasDoneIsCounted() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));

        assertThat(failuresTold(id, 4)).containsExactly(0, 1, 2, 3);
    }

    @Test
    default void aWriteDropsTheCount() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));
        failuresTold(id, 3);

        store(waiting(id, 2, WHEN));

        assertThat(failuresTold(id, 2)).containsExactly(0, 1);
    }

    @Test
    default void aTransactionDropsTheCountToo() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));
        failuresTold(id, 3);

        store(waiting(id, 2, WHEN), SampleRows.open("skin", 1, SampleRows.milestone(7, SampleRows.START)));

        assertThat(failuresTold(id, 1)).containsExactly(0);
    }

    @Test
    default void aRefusedWriteLeavesTheCount() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));
        failuresTold(id, 3);

        Member another = SampleRows.by(UUID.randomUUID().toString(), waiting(id, 1, WHEN));
        assertThat(ledger().commit(new Change(another, null))).isInstanceOf(Ledger.MemberChanged.class);

        assertThat(failuresTold(id, 1)).containsExactly(3);
    }

    @Test
    default void aNominationThatIsNotTheCurrentOneMovesNothing() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));
        store(waiting(id, 2, WHEN.plusMillis(1)));

        ledger().moveBack(new Nominee(id, WHEN), _ -> LATER);
        ledger().moveBack(new Nominee(id, WHEN.plusMillis(2)), _ -> LATER);

        assertThat(stored(id)).isEqualTo(waiting(id, 2, WHEN.plusMillis(1)));
        assertThat(failuresTold(id, 1)).as("nor is it counted").containsExactly(0);
    }

    @Test
    default void whoHasNothingAheadIsLeftAlone() {
        MemberId id = somebody();
        store(waiting(id, 1, null));

        ledger().moveBack(new Nominee(id, WHEN), _ -> LATER);

        assertThat(stored(id)).isEqualTo(waiting(id, 1, null));
    }

    @Test
    default void whoWasErasedMeanwhileStaysErased() {
        MemberId id = somebody();
        store(waiting(id, 1, WHEN));
        Tombstone tombstone = new Tombstone(id, 2, 1, WHEN);
        store(tombstone);

        ledger().moveBack(new Nominee(id, WHEN), _ -> LATER);

        assertThat(ledger().standing(id)).isEqualTo(tombstone);
        assertThat(nominees(id, LATER)).isEmpty();
    }

    @Test
    default void nobodyIsMadeOfANomination() {
        MemberId id = somebody();

        ledger().moveBack(new Nominee(id, WHEN), _ -> LATER);

        assertThat(ledger().standing(id)).isEqualTo(new Nobody(id));
        assertThat(nominees(id, LATER)).isEmpty();
    }

    private List<Integer> failuresTold(MemberId id, int times) {
        List<Integer> told = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Nominee nominee = nominee(stored(id));
            ledger().moveBack(nominee, failures -> {
                told.add(failures);
                return nominee.at().plusMillis(1);
            });
        }
        return told;
    }

    private static Nominee nominee(Member member) {
        Instant at = member.outlook().nextActionAt();
        if (at == null) {
            throw new AssertionError("nobody nominates them");
        }
        return new Nominee(member.id(), at);
    }
}
