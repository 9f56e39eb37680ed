package cairn.checkins;

import cairn.timeline.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A stretch of a run's timeline as its member sees it: the slots of today's definition, and every check-in
/// that was opened, whether or not the timeline still has its slot.
///
/// @param items in date order
/// @param next  the day to go on from; null if this is all
public record TimelineView(List<Item> items, @Nullable LocalDate next) {
    private static final int MOST_ITEMS = 100;

    public TimelineView {
        items = List.copyOf(items);
    }

    /// @param closesOn null if it stays open
    public record Item(
            String id, Slot slot, Instant opensAt, @Nullable LocalDate closesOn, ShownState state) {}

    /// @param stored all check-ins of the run from `from` on, up to `to` or as many as one read gave
    static TimelineView of(JourneyAt at, Ledger.Page stored, LocalDate from, LocalDate to) {
        LocalDate storedUntil =
                stored.more() ? stored.items().getLast().opened().slot().date().minusDays(1) : to;
        List<Item> all = merged(at, stored.items(), from, storedUntil);
        LocalDate readUntil = storedUntil.isBefore(to) ? storedUntil.plusDays(1) : null;
        if (all.size() <= MOST_ITEMS) {
            return new TimelineView(all, readUntil);
        }
        LocalDate next = all.get(MOST_ITEMS).slot().date();
        return new TimelineView(
                all.stream().filter(item -> item.slot().date().isBefore(next)).toList(), next);
    }

    private static List<Item> merged(JourneyAt at, List<CheckIn> stored, LocalDate from, LocalDate to) {
        List<Item> items = new ArrayList<>();
        Set<CheckInId> withRow = new HashSet<>();
        for (CheckIn row : stored) {
            if (!row.opened().slot().date().isAfter(to)) {
                withRow.add(row.id());
                items.add(item(CheckInView.of(row, at)));
            }
        }
        for (Slot slot : at.timeline().between(from, to)) {
            if (!withRow.contains(at.journey().idOf(at.life(), slot))) {
                item(at, slot).ifPresent(items::add);
            }
        }
        items.sort(Comparator.comparing(item -> item.slot().date()));
        return items;
    }

    private static Item item(CheckInView view) {
        return new Item(
                view.checkIn().id().text(),
                view.checkIn().opened().slot(),
                view.opensAt(),
                view.closesOn(),
                view.state());
    }

    private static Optional<Item> item(JourneyAt at, Slot slot) {
        return at.shownWithoutRow(slot)
                .map(state -> new Item(
                        at.journey().idOf(at.life(), slot).text(),
                        slot,
                        at.opensAt(slot.date()),
                        at.timeline().closesOn(slot).orElse(null),
                        state));
    }
}
