package cairn.checkins;

import java.util.List;

/// What came of looking at one member whom the due index had nominated.
///
/// @param row           what is stored of them then: it need not be read again to note what is out
/// @param opened        how many slots were opened by this
/// @param announcements what is to be announced now; whoever has done so says so with
///                      [Members#announced]
public record Swept(Standing row, int opened, List<Announcement> announcements) {
    public Swept {
        announcements = List.copyOf(announcements);
    }

    static Swept nothing(Standing row) {
        return new Swept(row, 0, List.of());
    }
}
