package cairn.checkins;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A stored check-in as it is shown at one moment.
///
/// @param opensAt  when its day begins where the person lives
/// @param closesOn the first day on which it is closed; null if it stays open, or belongs to an earlier run
public record CheckInView(
        CheckIn checkIn,
        ShownState state,
        Instant opensAt,
        @Nullable LocalDate closesOn) {

    static CheckInView of(CheckIn row, JourneyAt at) {
        OpenedSlot opened = row.opened();
        return new CheckInView(
                row,
                opened.shownAt(at.now(), at.isClosed(opened)),
                at.opensAt(opened.slot().date()),
                at.closesOn(opened).orElse(null));
    }

    /// Of an earlier run: whatever was open then is past its close.
    static CheckInView superseded(CheckIn row, JourneyAt at) {
        OpenedSlot opened = row.opened();
        return new CheckInView(
                row, opened.shownAt(at.now(), true), at.opensAt(opened.slot().date()), null);
    }
}
