package cairn.checkins;

import cairn.timeline.OpenedSoFar;
import cairn.timeline.Slot;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A member in a program, as far as its current run goes.
///
/// @param run        1, and one more after each restart
/// @param createdOn  the member's day on which this run was begun here; it may have started before
/// @param opened     what bears on the slots that can still open
/// @param lastOpened the last opened slot: the journey's card; null before the first
/// @param announced  whether the card was; null before it is
/// @param offered    how many check-ins the run has
/// @param completed  how many of them were answered
/// @param streak     null before the first one completed in time
public record Journey(
        String program,
        int run,
        LocalDate startedOn,
        LocalDate createdOn,
        OpenedSoFar opened,
        @Nullable OpenedSlot lastOpened,
        @Nullable Announced announced,
        int offered,
        int completed,
        @Nullable Streak streak) {

    static final int LAST_RUN = 9999;

    static Journey begun(String program, int run, LocalDate startedOn, LocalDate today) {
        return new Journey(program, run, startedOn, today, OpenedSoFar.NOTHING, null, null, 0, 0, null);
    }

    /// The same run with another start. What was opened stays as it is.
    Journey startedOn(LocalDate corrected) {
        return new Journey(
                program, run, corrected, createdOn, opened, lastOpened, announced, offered, completed, streak);
    }

    /// The same run, begun here on another day.
    Journey createdOn(LocalDate day) {
        return new Journey(program, run, startedOn, day, opened, lastOpened, announced, offered, completed, streak);
    }

    /// With a slot opened that becomes the card.
    Journey opened(OpenedSlot slot) {
        return new Journey(
                program,
                run,
                startedOn,
                createdOn,
                opened.with(slot.slot()),
                slot,
                null,
                offered + 1,
                completed,
                streak);
    }

    /// With a slot counted as opened that was answered after it had been missed: never the card.
    Journey recovered(Slot slot) {
        return new Journey(
                program,
                run,
                startedOn,
                createdOn,
                opened.with(slot),
                lastOpened,
                announced,
                offered + 1,
                completed + 1,
                streak);
    }

    /// With a check-in that was stored without this row being told.
    Journey adopting(CheckIn existing) {
        Slot slot = existing.opened().slot();
        boolean isCard = opened.leavesOpenable(slot);
        return new Journey(
                program,
                run,
                startedOn,
                createdOn,
                opened.with(slot),
                isCard ? existing.opened() : lastOpened,
                isCard ? null : announced,
                offered + 1,
                existing.completion() == null ? completed : completed + 1,
                streak);
    }

    /// As an import tells of it; the check-ins are counted as they come, by [#counting].
    Journey brought(OpenedSoFar all, @Nullable OpenedSlot card, @Nullable Announced told, @Nullable Streak through) {
        return new Journey(program, run, startedOn, createdOn, all, card, told, offered, completed, through);
    }

    /// With a check-in of this run that an import brings.
    Journey counting(CheckIn brought) {
        return new Journey(
                program,
                run,
                startedOn,
                createdOn,
                opened,
                lastOpened,
                announced,
                offered + 1,
                brought.completion() == null ? completed : completed + 1,
                streak);
    }

    /// With the card in another state.
    Journey withCard(OpenedSlot changed) {
        return new Journey(program, run, startedOn, createdOn, opened, changed, announced, offered, completed, streak);
    }

    /// With its card announced, or seen first.
    Journey announced(OpenedSlot card, Instant at) {
        return new Journey(
                program,
                run,
                startedOn,
                createdOn,
                opened,
                lastOpened,
                new Announced(card.snoozeCount(), at),
                offered,
                completed,
                streak);
    }

    /// With one more check-in completed.
    Journey completedOne(@Nullable Streak newStreak) {
        return new Journey(
                program, run, startedOn, createdOn, opened, lastOpened, announced, offered, completed + 1, newStreak);
    }

    /// Whether the card was announced since it was last put off.
    boolean isAnnounced(OpenedSlot card) {
        return announced != null && announced.snoozeCount() >= card.snoozeCount();
    }

    CheckInId idOf(int life, Slot slot) {
        return new CheckInId(life, program, run, slot.key());
    }
}
