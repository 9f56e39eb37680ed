package cairn.timeline;

import java.time.LocalDate;

/// One place on a timeline.
public record Slot(SlotKey key, LocalDate date) {

    static Slot milestone(LocalDate startedOn, int days) {
        return new Slot(new SlotKey.Milestone(days), startedOn.plusDays(days));
    }

    static Slot recurring(String cadence, LocalDate date) {
        return new Slot(new SlotKey.Recurring(cadence, date), date);
    }

    public SlotKind kind() {
        return key.kind();
    }
}
