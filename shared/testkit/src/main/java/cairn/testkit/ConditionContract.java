package cairn.testkit;

import static cairn.testkit.LedgerUnderTest.somebody;
import static cairn.testkit.SampleRows.NOW;
import static cairn.testkit.SampleRows.START;
import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInState;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.checkins.Nobody;
import cairn.timeline.Slot;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A change is written where the person's row is the one it was decided on, all of it; else nothing of it
/// is, and what is there instead comes back.
public interface ConditionContract extends LedgerUnderTest {
    Slot SLOT = SampleRows.milestone(7, START);

    @Test
    default void ofTwoWhoCreateAPersonOneIsToldOfTheOther() {
        MemberId id = somebody();
        store(SampleRows.member(id, 1));
        Member other = somebodyElse(id, 1);

        assertThat(ledger().commit(new Change(other, null)))
                .isEqualTo(new Ledger.MemberChanged(SampleRows.member(id, 1)));
        assertThat(stored(id)).isEqualTo(SampleRows.member(id, 1));
    }

    @Test
    default void aStaleChangeIsToldWhatIsThereNow() {
        MemberId id = somebody();
        store(SampleRows.member(id, 1));
        store(SampleRows.member(id, 2));

        assertThat(ledger().commit(new Change(somebodyElse(id, 2), null)))
                .isEqualTo(new Ledger.MemberChanged(SampleRows.member(id, 2)));
        assertThat(stored(id)).isEqualTo(SampleRows.member(id, 2));
    }

    @Test
    default void aChangeToARowThatIsGoneIsToldSo() {
        MemberId id = somebody();
        CheckIn row = SampleRows.open("skin", 1, SLOT);

        assertThat(ledger().commit(new Change(SampleRows.member(id, 2), null)))
                .isEqualTo(new Ledger.MemberChanged(new Nobody(id)));
        assertThat(ledger().commit(new Change(SampleRows.member(id, 2), new Change.Open(row))))
                .isEqualTo(new Ledger.MemberChanged(new Nobody(id)));
        assertThat(ledger().member(id)).isEmpty();
        assertThat(ledger().checkIn(id, row.id())).isEmpty();
    }

    @Test
    default void aStaleOpeningOpensNothing() {
        MemberId id = somebody();
        store(SampleRows.member(id, 1));
        store(SampleRows.member(id, 2));
        CheckIn row = SampleRows.open("skin", 1, SLOT);

        assertThat(ledger().commit(new Change(somebodyElse(id, 2), new Change.Open(row))))
                .isEqualTo(new Ledger.MemberChanged(SampleRows.member(id, 2)));
        assertThat(ledger().checkIn(id, row.id())).isEmpty();
        assertThat(stored(id)).isEqualTo(SampleRows.member(id, 2));
    }

    @Test
    default void aStaleCompletionReplacesNothing() {
        MemberId id = somebody();
        CheckIn row = SampleRows.open("skin", 1, SLOT);
        store(SampleRows.member(id, 1), row);
        store(SampleRows.member(id, 2));
        CheckIn completed = SampleRows.completed("skin", 1, SLOT, NOW, false);

        assertThat(ledger().commit(new Change(somebodyElse(id, 2), new Change.Replace(completed))))
                .isEqualTo(new Ledger.MemberChanged(SampleRows.member(id, 2)));
        assertThat(stored(id, row.id())).isEqualTo(row);
    }

    @Test
    default void aTakenSlotComesBackAndTheMemberStaysAsTheyWere() {
        MemberId id = somebody();
        CheckIn first = SampleRows.open("skin", 1, SLOT);
        store(SampleRows.member(id, 1), first);
        CheckIn second =
                new CheckIn(1, "skin", 1, SampleRows.opened(SLOT, CheckInState.OPEN, NOW.plusSeconds(1)), null);

        assertThat(ledger().commit(new Change(somebodyElse(id, 2), new Change.Open(second))))
                .isEqualTo(new Ledger.SlotTaken(first));
        assertThat(stored(id)).isEqualTo(SampleRows.member(id, 1));
        assertThat(stored(id, first.id())).isEqualTo(first);
    }

    @Test
    default void whereBothAreOthersTheMemberIsTold() {
        MemberId id = somebody();
        CheckIn first = SampleRows.open("skin", 1, SLOT);
        store(SampleRows.member(id, 1), first);

        assertThat(ledger().commit(new Change(somebodyElse(id, 1), new Change.Open(first))))
                .isEqualTo(new Ledger.MemberChanged(SampleRows.member(id, 1)));
    }

    @Test
    default void onePersonsCheckInIsNobodyElses() {
        MemberId one = somebody();
        MemberId other = new MemberId(one.subject() + "#");
        CheckIn row = SampleRows.completed("skin", 1, SLOT, NOW, false);
        store(SampleRows.member(one, 1), row);
        store(SampleRows.member(other, 1));

        assertThat(ledger().checkIn(other, row.id())).isEmpty();
        assertThat(ledger().newestFirst(other, 1, "skin", null, 10).items()).isEmpty();
        assertThat(ledger().dated(other, 1, "skin", 1, START, START).items()).isEmpty();
    }

    private static Member somebodyElse(MemberId id, long version) {
        Member member = SampleRows.member(id, version);
        return SampleRows.by(UUID.randomUUID().toString(), SampleRows.living(member, member.zone(), "fr"));
    }
}
