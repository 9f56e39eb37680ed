package cairn.checkins;

import static cairn.checkins.Decision.done;
import static cairn.checkins.Decision.write;

import cairn.checkins.ActionOutcome.Invalid;
import cairn.checkins.ActionOutcome.NoSuchCheckIn;
import cairn.checkins.ActionOutcome.Reason;
import cairn.checkins.ActionOutcome.Refused;
import cairn.checkins.ActionOutcome.Settled;
import cairn.timeline.Fault;
import cairn.timeline.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The rule for answering a check-in: the column "complete" of the table in semantics 7.
///
/// @param answeredAt as the client says it, whatever its clock shows
record Completing(Moment moment, Card questions, Map<String, Answer> answers, Instant answeredAt) {

    Decision<ActionOutcome> decide(Target target) {
        return switch (target) {
            case Target.Card card -> card(card);
            case Target.Passed(MemberAt member, JourneyAt at, CheckIn row) -> passed(member, at, row);
            case Target.Openable(MemberAt member, JourneyAt at, Slot slot) -> openable(member, at, slot);
            case Target.Missed(MemberAt member, JourneyAt at, Slot slot) -> missed(member, at, slot);
            case Target.Superseded() -> done(new Refused(Reason.SUPERSEDED, null));
            case Target.Nowhere() -> done(new NoSuchCheckIn());
        };
    }

    private Decision<ActionOutcome> card(Target.Card target) {
        JourneyAt at = target.at();
        OpenedSlot card = target.card();
        return switch (card.state()) {
            case COMPLETED -> new Decision.NeedsOpened<>(target.id(), row -> done(compared(at, row)));
            case OPEN, DISMISSED -> {
                boolean late = at.isClosed(card);
                OpenedSlot completed = card.with(CheckInState.COMPLETED);
                Journey journey = at.journey()
                        .withCard(completed)
                        .completedOne(late ? at.journey().streak() : at.streakThrough(card.slot()));
                CheckIn row = row(at, completed, late);
                yield store(at, row, moment.replacing(target.member().member().with(journey), row));
            }
        };
    }

    private Decision<ActionOutcome> passed(MemberAt member, JourneyAt at, CheckIn row) {
        return switch (row.opened().state()) {
            case COMPLETED -> done(compared(at, row));
            case OPEN, DISMISSED -> {
                Journey journey = at.journey().completedOne(at.journey().streak());
                CheckIn late = row(at, row.opened().with(CheckInState.COMPLETED), true);
                yield store(at, late, moment.replacing(member.member().with(journey), late));
            }
        };
    }

    private Decision<ActionOutcome> openable(MemberAt member, JourneyAt at, Slot slot) {
        CheckIn row = row(at, openedByThis(at, slot), false);
        Journey journey = at.journey().opened(row.opened()).completedOne(at.streakThrough(slot));
        return store(at, row, moment.opening(member.member().with(journey), row));
    }

    private Decision<ActionOutcome> missed(MemberAt member, JourneyAt at, Slot slot) {
        CheckIn row = row(at, openedByThis(at, slot), true);
        Journey journey = at.journey().recovered(slot);
        return store(at, row, moment.opening(member.member().with(journey), row));
    }

    private Decision<ActionOutcome> store(JourneyAt at, CheckIn row, Change change) {
        List<Fault> faults = questions.faultsOf(answers);
        return faults.isEmpty()
                ? write(change, new Settled(CheckInView.of(row, at)))
                : done(new Invalid(
                        faults.stream().map(fault -> fault.under("/answers")).toList()));
    }

    private ActionOutcome compared(JourneyAt at, CheckIn stored) {
        CheckInView view = CheckInView.of(stored, at);
        boolean same =
                stored.completion() != null && stored.completion().answers().equals(Answer.given(answers));
        return same ? new Settled(view) : new Refused(Reason.ALREADY_COMPLETED, view);
    }

    private static OpenedSlot openedByThis(JourneyAt at, Slot slot) {
        return at.opening(slot, CheckInState.COMPLETED, OpenedBy.COMPLETION);
    }

    private CheckIn row(JourneyAt at, OpenedSlot slot, boolean late) {
        Completion completion = new Completion(answers, answeredAt(at, slot), moment.now(), late);
        return new CheckIn(at.life(), at.journey().program(), at.journey().run(), slot, completion);
    }

    /// Kept where it lies between the slot's opening and now. Any other instant is drawn to the nearer of the
    /// two: a phone whose clock says 1970 must not cost its owner the answers.
    ///
    /// The slot's opening is the start of its day, for an offline client answers before the row is opened; or
    /// the row's, where a move to another zone has since put that start later.
    private Instant answeredAt(JourneyAt at, OpenedSlot slot) {
        Instant dayBegins = at.opensAt(slot.slot().date());
        Instant opening = dayBegins.isBefore(slot.openedAt()) ? dayBegins : slot.openedAt();
        Instant noEarlier = answeredAt.isBefore(opening) ? opening : answeredAt;
        return noEarlier.isAfter(moment.now()) ? moment.now() : noEarlier;
    }
}
