package cairn.checkins;

import java.util.List;

/// What came of looking at one member whom the due index had nominated.
///
/// @param opened        how many slots were opened by this
/// @param announcements what is to be announced now; whoever has done so says so with
///                      [Members#announced]
public record Swept(int opened, List<Announcement> announcements) {
    static final Swept NOTHING = new Swept(0, List.of());

    public Swept {
        announcements = List.copyOf(announcements);
    }
}
