package cairn.checkins;

import cairn.timeline.Slot;
import java.util.Optional;
import java.util.function.Function;

/// What a check-in's id points at, at one moment: the rows of the table in semantics 7.
sealed interface Target {
    /// The journey's card.
    record Card(MemberAt member, JourneyAt at, OpenedSlot card) implements Target {
        CheckInId id() {
            return at.journey().idOf(at.life(), card.slot());
        }
    }

    /// A stored check-in of the current run that is not its card any more.
    record Passed(MemberAt member, JourneyAt at, CheckIn row) implements Target {}

    /// Not opened yet; asking would.
    record Openable(MemberAt member, JourneyAt at, Slot slot) implements Target {}

    /// Never opened and too late to be, however long ago: it can still be answered.
    record Missed(MemberAt member, JourneyAt at, Slot slot) implements Target {}

    /// Of an earlier run or life.
    record Superseded() implements Target {}

    /// Nothing, now or ever as things stand.
    record Nowhere() implements Target {}

    /// Finds what `id` points at, reading its row only where the person's row does not tell, and goes on
    /// with that.
    static Decision<ActionOutcome> find(
            Moment moment, Member stored, CheckInId id, Function<Target, Decision<ActionOutcome>> then) {
        MemberAt member = moment.seen(stored);
        int life = stored.life();
        Optional<JourneyAt> journey = member.journeys().stream()
                .filter(at -> at.journey().program().equals(id.program()))
                .findFirst();
        if (id.life() > life || journey.isEmpty()) {
            return then.apply(id.life() >= 1 && id.life() < life ? new Superseded() : new Nowhere());
        }
        JourneyAt at = journey.get();
        if (id.life() < life || id.run() < at.journey().run()) {
            return then.apply(id.life() >= 1 && id.run() >= 1 ? new Superseded() : new Nowhere());
        }
        if (id.run() > at.journey().run()) {
            return then.apply(new Nowhere());
        }
        Optional<OpenedSlot> card =
                at.card().filter(opened -> opened.slot().key().equals(id.slot()));
        return card.isPresent()
                ? then.apply(new Card(member, at, card.get()))
                : new Decision.NeedsRow<>(
                        id,
                        row -> row.map(there -> withRow(moment, member, at, there, then))
                                .orElseGet(() -> then.apply(unopened(member, at, id))));
    }

    /// A check-in whose slot could still open, as far as the person's row tells, was opened since that row was
    /// read, or without it. Telling it that the slot was opened finds out which: the write is refused and
    /// decided again on what is there now, or it sets the row right.
    private static Decision<ActionOutcome> withRow(
            Moment moment, MemberAt member, JourneyAt at, CheckIn row, Function<Target, Decision<ActionOutcome>> then) {
        if (!at.journey().opened().leavesOpenable(row.opened().slot())) {
            return then.apply(new Passed(member, at, row));
        }
        Member told = member.member().with(at.journey().adopting(row));
        return new Decision.Write<>(
                moment.writing(told), written -> find(moment, written.living().orElseThrow(), row.id(), then));
    }

    private static Target unopened(MemberAt member, JourneyAt at, CheckInId id) {
        Optional<Slot> found = at.timeline().find(id.slot());
        if (found.isEmpty()) {
            return new Nowhere();
        }
        Slot slot = found.get();
        if (at.openable().filter(slot::equals).isPresent()) {
            return new Openable(member, at, slot);
        }
        return isMissed(at, slot) ? new Missed(member, at, slot) : new Nowhere();
    }

    /// A corrected start can put a slot that cannot open any more into the future: it is not answered before
    /// its day.
    private static boolean isMissed(JourneyAt at, Slot slot) {
        return !slot.date().isAfter(at.today())
                && at.shownWithoutRow(slot).filter(ShownState.MISSED::equals).isPresent();
    }
}
