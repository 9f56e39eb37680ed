package cairn.timeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a run has opened up to now, as far as it bears on what can still open (semantics 6): slots open in
/// strictly increasing order of date, milestones in strictly increasing order of number too. This is what
/// makes zone moves, corrected start dates and edited programs harmless.
///
/// @param lastOn        the date of the last opened slot; null if none was
/// @param lastMilestone the number of days of the last opened milestone; null if none was
public record OpenedSoFar(
        @Nullable LocalDate lastOn, @Nullable Integer lastMilestone) {
    public static final OpenedSoFar NOTHING = new OpenedSoFar(null, null);

    public boolean leavesOpenable(Slot slot) {
        return leavesDate(slot.date()) && leavesNumber(slot.key());
    }

    /// With `slot` opened too, in whatever order the two were reported.
    public OpenedSoFar with(Slot slot) {
        LocalDate on = lastOn == null ? slot.date() : Days.later(lastOn, slot.date());
        Integer milestone = switch (slot.key()) {
            case SlotKey.Milestone(int days) -> lastMilestone == null ? days : Math.max(lastMilestone, days);
            case SlotKey.Recurring _ -> lastMilestone;
        };
        return new OpenedSoFar(on, milestone);
    }

    private boolean leavesDate(LocalDate date) {
        return lastOn == null || date.isAfter(lastOn);
    }

    private boolean leavesNumber(SlotKey key) {
        return switch (key) {
            case SlotKey.Milestone(int days) -> lastMilestone == null || days > lastMilestone;
            case SlotKey.Recurring _ -> true;
        };
    }
}
