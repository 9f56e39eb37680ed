package cairn.testkit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.ActionOutcome;
import cairn.checkins.Answer;
import cairn.checkins.CheckInId;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import cairn.testkit.InMemoryLedger;
import cairn.timeline.SlotKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What the audit found, on its own.
class FutureSlotTest {
    private static final MemberId ID = new MemberId("corrected");

    /// Answered before its day it would count as opened then, and nothing could open until after it.
    @Test
    void aSlotThatACorrectedStartPutsIntoTheFutureIsNotAnsweredBeforeItsDay() {
        InMemoryLedger ledger = new InMemoryLedger();
        Travel travel = new Travel(ledger, new Random(), new Tally());
        Instant dayFifteen = Instant.parse("2026-10-16T12:00:00Z");
        travel.at(dayFifteen).start(ID, "skin", LocalDate.of(2026, 10, 1), ZoneId.of("UTC"));
        travel.at(dayFifteen).due(ID);
        travel.at(dayFifteen).start(ID, "skin", LocalDate.of(2026, 10, 14), null);
        Member before = ledger.member(ID).orElseThrow();
        CheckInId daySeven = new CheckInId(1, "skin", 1, new SlotKey.Milestone(7));

        ActionOutcome outcome = travel.at(dayFifteen)
                .complete(
                        ID,
                        daySeven,
                        Map.of(
                                "comfort", new Answer.Quantity(BigDecimal.ONE),
                                "feel", new Answer.Words("dry")),
                        null);

        assertThat(outcome).isEqualTo(new ActionOutcome.NoSuchCheckIn());
        assertThat(ledger.member(ID)).hasValue(before);
    }
}
