package cairn.checkins;

import static cairn.checkins.Decision.done;
import static cairn.checkins.Decision.write;

import cairn.checkins.ActionOutcome.Invalid;
import cairn.checkins.ActionOutcome.NoSuchCheckIn;
import cairn.checkins.ActionOutcome.Reason;
import cairn.checkins.ActionOutcome.Refused;
import cairn.checkins.ActionOutcome.Settled;
import cairn.timeline.Fault;
import cairn.timeline.InstantText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The rules for not answering now: the columns "dismiss" and "snooze" of the table in semantics 7. They
/// differ only in what they make of the card; everywhere else there is nothing to put off.
record PuttingOff(Moment moment, Verb verb) {

    /// What the person wants.
    sealed interface Verb {}

    /// Not at all.
    record Dismiss() implements Verb {}

    /// Not before `until`.
    record Snooze(Instant until) implements Verb {}

    Decision<ActionOutcome> decide(Target target) {
        return switch (target) {
            case Target.Card card -> card(card);
            case Target.Passed passed -> done(passed(CheckInView.of(passed.row(), passed.at())));
            case Target.Openable _, Target.Missed _ -> done(new Refused(Reason.NOT_OPEN, null));
            case Target.Superseded() -> done(new Refused(Reason.SUPERSEDED, null));
            case Target.Nowhere() -> done(new NoSuchCheckIn());
        };
    }

    private Decision<ActionOutcome> card(Target.Card target) {
        JourneyAt at = target.at();
        return switch (target.card().state()) {
            case COMPLETED -> new Decision.NeedsOpened<>(target.id(), row -> done(passed(CheckInView.of(row, at))));
            case DISMISSED -> done(passed(view(target, target.card())));
            case OPEN -> {
                CheckInView stored = view(target, target.card());
                yield at.isClosed(target.card()) ? done(new Refused(Reason.CLOSED, stored)) : open(target, stored);
            }
        };
    }

    private ActionOutcome passed(CheckInView stored) {
        return switch (stored.checkIn().opened().state()) {
            case COMPLETED -> new Refused(Reason.ALREADY_COMPLETED, stored);
            case DISMISSED ->
                switch (verb) {
                    case Dismiss() -> new Settled(stored);
                    case Snooze _ -> new Refused(Reason.DISMISSED, stored);
                };
            case OPEN -> new Refused(Reason.CLOSED, stored);
        };
    }

    private Decision<ActionOutcome> open(Target.Card target, CheckInView stored) {
        return switch (verb) {
            case Dismiss() -> store(target, target.card().with(CheckInState.DISMISSED));
            case Snooze(Instant until) when until.equals(target.card().snoozedUntil()) -> done(new Settled(stored));
            case Snooze(Instant until) ->
                objectionTo(until, target)
                        .<Decision<ActionOutcome>>map(fault -> done(new Invalid(List.of(fault))))
                        .orElseGet(() -> store(target, target.card().snoozed(until)));
        };
    }

    private Optional<Fault> objectionTo(Instant until, Target.Card target) {
        Optional<Instant> close = target.at().cardClosesAt();
        boolean lies = until.isAfter(moment.now())
                && close.filter(end -> !until.isBefore(end)).isEmpty();
        String before = close.map(end -> " and before the check-in closes at " + InstantText.of(end))
                .orElse("");
        return lies ? Optional.empty() : Optional.of(new Fault("/until", "is to lie after now" + before));
    }

    private Decision<ActionOutcome> store(Target.Card target, OpenedSlot changed) {
        Member member = target.member().member().with(target.at().journey().withCard(changed));
        CheckInView view = view(target, changed);
        return write(moment.replacing(member, view.checkIn()), new Settled(view));
    }

    private static CheckInView view(Target.Card target, OpenedSlot slot) {
        Journey journey = target.at().journey();
        CheckIn row = new CheckIn(target.at().life(), journey.program(), journey.run(), slot, null);
        return CheckInView.of(row, target.at());
    }
}
