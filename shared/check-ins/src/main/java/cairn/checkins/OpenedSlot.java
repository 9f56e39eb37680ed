package cairn.checkins;

import cairn.timeline.Slot;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A slot that was opened, and what became of it, but for the answers. The member's row carries the last
/// one of each journey, so that what is due needs no second read.
///
/// @param snoozedUntil   null if it was never put off
/// @param programVersion the `editedOn` of the definition that opened it
public record OpenedSlot(
        Slot slot,
        CheckInState state,
        Instant openedAt,
        OpenedBy openedBy,
        @Nullable Instant snoozedUntil,
        int snoozeCount,
        LocalDate programVersion) {

    OpenedSlot with(CheckInState newState) {
        return new OpenedSlot(slot, newState, openedAt, openedBy, snoozedUntil, snoozeCount, programVersion);
    }

    OpenedSlot snoozed(Instant until) {
        return new OpenedSlot(slot, state, openedAt, openedBy, until, snoozeCount + 1, programVersion);
    }

    boolean isSnoozedAt(Instant now) {
        return snoozedUntil != null && snoozedUntil.isAfter(now);
    }

    /// The state to show at `now`.
    ///
    /// @param closed whether it is past its close then
    ShownState shownAt(Instant now, boolean closed) {
        return switch (state) {
            case COMPLETED -> ShownState.COMPLETED;
            case DISMISSED -> ShownState.DISMISSED;
            case OPEN -> closed ? ShownState.EXPIRED : isSnoozedAt(now) ? ShownState.SNOOZED : ShownState.OPEN;
        };
    }
}
