package cairn.checkins;

import cairn.timeline.Days;
import cairn.timeline.Fault;
import cairn.timeline.PlanHistory;
import cairn.timeline.Program;
import cairn.timeline.Slot;
import cairn.timeline.SlotKey;
import cairn.timeline.Timeline;
import cairn.timeline.WallTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which slot a check-in that is brought along has here.
///
/// An older system's keys may be blind to the plan: `monthly-2026-05-01` for somebody who had a card every
/// week. Such a key names nothing on the member's timeline. What it stands for is that they were asked on
/// that day, so it takes the slot that was current then, and nobody is asked for that one again.
///
/// @param startedOn of the run; null if nothing tells
/// @param plans     as the import tells them, so that the same file always maps the same way
/// @param zone      likewise
record ImportingSlot(Program program, @Nullable LocalDate startedOn, PlanHistory plans, ZoneId zone) {

    sealed interface Found {}

    record Named(Slot slot) implements Found {}

    record Mapped(Slot slot) implements Found {}

    record Nowhere(Fault fault) implements Found {}

    Found find(ImportedCheckIn line) {
        return switch (line.slot()) {
            case SlotKey.Milestone milestone -> milestone(milestone, line.dueOn());
            case SlotKey.Recurring recurring -> recurring(recurring, line);
        };
    }

    /// Whether a slot had closed by `day`, if that can be told.
    boolean hadClosed(Slot slot, LocalDate day) {
        return timeline()
                .flatMap(timeline -> timeline.closesOn(slot))
                .filter(close -> !day.isBefore(close))
                .isPresent();
    }

    /// What was opened is a fact, whether or not today's definition has it; so milestones keep their keys.
    private Found milestone(SlotKey.Milestone key, @Nullable LocalDate dueOn) {
        LocalDate date = dueOn != null ? dueOn : startedOn == null ? null : startedOn.plusDays(key.days());
        if (date == null) {
            return new Nowhere(new Fault("/dueOn", "is to be given, for no line tells when that run started"));
        }
        return Days.include(date)
                ? new Named(new Slot(key, date))
                : new Nowhere(new Fault("/slot", "lies too far off"));
    }

    private Found recurring(SlotKey.Recurring key, ImportedCheckIn line) {
        if (!Days.include(key.date())) {
            return new Nowhere(new Fault("/slot", "lies too far off"));
        }
        if (line.dueOn() != null && !line.dueOn().equals(key.date())) {
            return new Nowhere(new Fault("/dueOn", "is to be the date in the slot's key"));
        }
        Slot slot = new Slot(key, key.date());
        Optional<Timeline> timeline = timeline();
        boolean keep = line.programVersion() != null
                || timeline.isEmpty()
                || timeline.get().find(key).isPresent();
        return keep ? new Named(slot) : mapped(timeline.get(), WallTime.dayAt(line.openedAt(), zone));
    }

    private static Found mapped(Timeline timeline, LocalDate openedOn) {
        return timeline.lastOnOrBefore(openedOn)
                .<Found>map(Mapped::new)
                .orElseGet(() -> new Nowhere(
                        new Fault("/slot", "names no slot of this member's, and none was current on " + openedOn)));
    }

    private Optional<Timeline> timeline() {
        return Optional.ofNullable(startedOn).map(start -> Timeline.of(program, start, plans));
    }
}
