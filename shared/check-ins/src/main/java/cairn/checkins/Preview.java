package cairn.checkins;

import cairn.timeline.PlanHistory;
import cairn.timeline.Program;
import cairn.timeline.Slot;
import cairn.timeline.Timeline;
import cairn.timeline.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a program would do for somebody, with nothing stored: the timeline alone (semantics 3 to 5).
///
/// @param current the current slot; null before the first
/// @param next    null if there is none
/// @param slots   those dated in the stretch asked for
public record Preview(
        LocalDate today,
        @Nullable Current current,
        @Nullable Coming next,
        List<Coming> slots) {
    public Preview {
        slots = List.copyOf(slots);
    }

    /// @param closesOn null if it stays open
    public record Current(
            String slot,
            LocalDate dueOn,
            Instant opensAt,
            @Nullable LocalDate closesOn,
            boolean open) {}

    /// A slot and when it opens.
    public record Coming(String slot, LocalDate dueOn, Instant opensAt) {}

    /// @param from null for no slots
    /// @param to   included; null for no slots
    public static Preview of(
            Program program,
            LocalDate startedOn,
            PlanHistory plans,
            ZoneId zone,
            Instant at,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        Timeline timeline = Timeline.of(program, startedOn, plans);
        LocalDate today = WallTime.dayAt(at, zone);
        List<Slot> slots = from == null || to == null ? List.of() : timeline.between(from, to);
        return new Preview(
                today,
                timeline.lastOnOrBefore(today)
                        .map(slot -> current(slot, timeline.closesOn(slot), today, zone))
                        .orElse(null),
                timeline.firstAfter(today).map(slot -> coming(slot, zone, at)).orElse(null),
                slots.stream().map(slot -> coming(slot, zone, at)).toList());
    }

    private static Current current(Slot slot, Optional<LocalDate> closesOn, LocalDate today, ZoneId zone) {
        return new Current(
                slot.key().text(),
                slot.date(),
                WallTime.startOf(slot.date(), zone),
                closesOn.orElse(null),
                closesOn.map(today::isBefore).orElse(true));
    }

    private static Coming coming(Slot slot, ZoneId zone, Instant at) {
        return new Coming(slot.key().text(), slot.date(), WallTime.reached(slot.date(), zone, at));
    }
}
