package cairn.checkins;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a member's check-ins in a program, newest first, over all runs of this life.
///
/// @param next where the page after this begins; null if this is the last
public record HistoryView(List<CheckInView> items, Ledger.@Nullable Position next) {
    public HistoryView {
        items = List.copyOf(items);
    }

    static HistoryView of(JourneyAt at, Ledger.Page page) {
        List<CheckInView> items =
                page.items().stream().map(row -> view(at, row)).toList();
        return new HistoryView(items, page.more() ? page.items().getLast().position() : null);
    }

    private static CheckInView view(JourneyAt at, CheckIn row) {
        return row.run() == at.journey().run() ? CheckInView.of(row, at) : CheckInView.superseded(row, at);
    }
}
