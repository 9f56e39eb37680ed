package cairn.functions.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import cairn.checkins.Answer;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.CheckInState;
import cairn.checkins.Completion;
import cairn.checkins.MemberId;
import cairn.checkins.OpenedBy;
import cairn.checkins.OpenedSlot;
import cairn.testkit.SamplePrograms;
import cairn.timeline.SlotKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whoever opens a slot, it is the same check-in.
class OpenedByTest {
    private static final MemberId ID = new MemberId("carl");
    private static final CheckInId CARD = new CheckInId(1, SamplePrograms.SKIN, 1, new SlotKey.Milestone(7));
    private static final Map<String, Answer> ANSWERS =
            Map.of("comfort", new Answer.Quantity(BigDecimal.ONE), "feel", new Answer.Words("dry"));

    @Test
    void aVisitAndTheSweepOpenTheSameRow() {
        CheckIn byVisit = opened(rig -> rig.at(Rig.DUE).due(ID));
        CheckIn bySweep = opened(rig -> rig.tick(Rig.DUE));

        assertThat(byVisit.opened().openedBy()).isEqualTo(OpenedBy.VISIT);
        assertThat(bySweep.opened().openedBy()).isEqualTo(OpenedBy.SWEEP);
        assertThat(as(OpenedBy.VISIT, bySweep)).isEqualTo(byVisit);
    }

    @Test
    void anOfflineCompletionOpensTheSameRowAndAnswersIt() {
        CheckIn byVisit = opened(rig -> rig.at(Rig.DUE).due(ID));
        CheckIn byCompletion = opened(rig -> rig.at(Rig.DUE).complete(ID, CARD, ANSWERS, null));

        Instant now = Instant.parse(Rig.DUE);
        assertThat(byCompletion.completion()).isEqualTo(new Completion(ANSWERS, now, now, false));
        assertThat(byCompletion.opened().state()).isEqualTo(CheckInState.COMPLETED);
        assertThat(byCompletion.opened().openedBy()).isEqualTo(OpenedBy.COMPLETION);
        assertThat(withoutAnswers(as(OpenedBy.VISIT, byCompletion))).isEqualTo(byVisit);
    }

    private interface Opener {
        void opens(Rig rig);
    }

    private static CheckIn opened(Opener opener) {
        Rig rig = new Rig();
        rig.member(ID);
        opener.opens(rig);
        return rig.memory.checkIn(ID, CARD).orElseThrow();
    }

    private static CheckIn as(OpenedBy openedBy, CheckIn row) {
        return with(row, row.opened().state(), openedBy, row.completion() != null);
    }

    private static CheckIn withoutAnswers(CheckIn row) {
        return with(row, CheckInState.OPEN, row.opened().openedBy(), false);
    }

    private static CheckIn with(CheckIn row, CheckInState state, OpenedBy openedBy, boolean answered) {
        OpenedSlot was = row.opened();
        OpenedSlot opened = new OpenedSlot(
                was.slot(),
                state,
                was.openedAt(),
                openedBy,
                was.snoozedUntil(),
                was.snoozeCount(),
                was.programVersion());
        return new CheckIn(row.life(), row.program(), row.run(), opened, answered ? row.completion() : null);
    }
}
