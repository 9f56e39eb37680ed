package cairn.functions.journeys;

import cairn.checkins.ShownState;
import cairn.checkins.TimelineView;
import cairn.timeline.SlotKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of a timeline, as it is sent.
///
/// @param next the day to send as `from` for the rest; null if this is all
record TimelineReply(List<Item> items, @Nullable LocalDate next) {

    /// A slot, and what has become of it.
    record Item(
            String id,
            String slot,
            SlotKind kind,
            LocalDate dueOn,
            Instant opensAt,
            @Nullable LocalDate closesOn,
            ShownState state) {}

    static TimelineReply of(TimelineView view) {
        return new TimelineReply(view.items().stream().map(TimelineReply::item).toList(), view.next());
    }

    private static Item item(TimelineView.Item item) {
        return new Item(
                item.id(),
                item.slot().key().text(),
                item.slot().kind(),
                item.slot().date(),
                item.opensAt(),
                item.closesOn(),
                item.state());
    }
}
