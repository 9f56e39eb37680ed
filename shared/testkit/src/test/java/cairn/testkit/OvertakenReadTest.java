package cairn.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.ActionOutcome;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.CheckInState;
import cairn.checkins.ForwardingLedger;
import cairn.checkins.Ledger;
import cairn.checkins.MemberId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody opens the slot between an operation's read of the person's row and its read of the
/// check-in's.
class OvertakenReadTest implements LedgerUnderTest {
    private final InMemoryLedger store = new InMemoryLedger();
    private MemberId id = LedgerUnderTest.somebody();

    @BeforeEach
    void somebodyWithASlotToOpen() {
        id = RaceStart.make().storedIn(this);
    }

    @Override
    public Ledger ledger() {
        return store;
    }

    @Test
    void aDismissalFindsTheCardThatWasJustOpened() {
        assertThat(RaceStart.on(new Overtaken()).dismiss(id, RaceStart.UNOPENED))
                .isInstanceOf(ActionOutcome.Settled.class);
        assertThat(stored(id, RaceStart.UNOPENED).opened().state()).isEqualTo(CheckInState.DISMISSED);
    }

    @Test
    void aSnoozeFindsTheCardThatWasJustOpened() {
        assertThat(RaceStart.on(new Overtaken()).snooze(id, RaceStart.UNOPENED, RaceStart.NOW.plusSeconds(60)))
                .isInstanceOf(ActionOutcome.Settled.class);
        assertThat(stored(id, RaceStart.UNOPENED).opened().snoozeCount()).isEqualTo(1);
    }

    @Test
    void aCompletionIsCountedOnce() {
        assertThat(RaceStart.on(new Overtaken()).complete(id, RaceStart.UNOPENED, RaceStart.ANSWERS, null))
                .isInstanceOf(ActionOutcome.Settled.class);
        Aftermath.of(store, id).expectSound();
    }

    /// Opens the slot before it reads a check-in.
    private final class Overtaken extends ForwardingLedger {
        Overtaken() {
            super(store);
        }

        @Override
        public Optional<CheckIn> checkIn(MemberId whose, CheckInId checkIn) {
            RaceStart.on(store).due(whose);
            return super.checkIn(whose, checkIn);
        }
    }
}
