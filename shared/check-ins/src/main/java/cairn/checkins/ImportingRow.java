package cairn.checkins;

import cairn.timeline.Fault;
import cairn.timeline.Slot;
import cairn.timeline.SlotKey;
import cairn.timeline.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A check-in's line, as the row it becomes.
///
/// @param mappedTo null if it keeps the key it came with
record ImportingRow(
        ImportedCheckIn line, CheckIn row, @Nullable SlotKey mappedTo) {
    /// Of several lines about one slot, the better one comes last: a completed one; then the later; then the
    /// first in the file.
    static final Comparator<ImportingRow> BETTER = Comparator.<ImportingRow, Boolean>comparing(
                    row -> row.row().completion() != null)
            .thenComparing(row -> row.line().openedAt())
            .thenComparing(row -> row.line().line(), Comparator.reverseOrder());

    /// What came of reading a line.
    sealed interface Reading {}

    record Sound(ImportingRow row) implements Reading {}

    record Faulty(List<Fault> faults) implements Reading {}

    static Reading read(ImportedCheckIn line, ImportingSlot slots, Member member, Moment moment) {
        List<Fault> faults = faultsInTime(line, moment);
        int life = member.life();
        LocalDate today = member.todayAt(moment.now());
        return switch (slots.find(line)) {
            case ImportingSlot.Nowhere(Fault fault) -> {
                faults.add(fault);
                yield new Faulty(faults);
            }
            case ImportingSlot.Named(Slot slot) -> sound(line, slots, life, slot, null, today, faults);
            case ImportingSlot.Mapped(Slot slot) -> sound(line, slots, life, slot, slot.key(), today, faults);
        };
    }

    private static List<Fault> faultsInTime(ImportedCheckIn line, Moment moment) {
        List<Fault> faults = new ArrayList<>();
        if (moment.isTooEarlyFor(line.openedAt())) {
            faults.add(new Fault("/openedAt", "lies in the future"));
        }
        ImportedCheckIn.Answered answered = line.answered();
        if (answered != null && moment.isTooEarlyFor(answered.completedAfter(line.openedAt()))) {
            faults.add(new Fault("/completedAt", "lies in the future"));
        }
        return faults;
    }

    private static Reading sound(
            ImportedCheckIn line,
            ImportingSlot slots,
            int life,
            Slot slot,
            @Nullable SlotKey mappedTo,
            LocalDate today,
            List<Fault> faults) {
        if (slot.date().isAfter(today)) {
            faults.add(new Fault("/slot", "lies in the future: nobody can have been asked for it"));
        }
        if (!faults.isEmpty()) {
            return new Faulty(faults);
        }
        OpenedSlot opened = new OpenedSlot(
                slot,
                line.state(),
                line.openedAt(),
                line.openedBy(),
                line.snoozedUntil(),
                line.snoozeCount(),
                line.programVersion() == null ? slots.program().editedOn() : line.programVersion());
        CheckIn row = new CheckIn(life, line.program(), line.run(), opened, completion(line, slots, slot));
        return new Sound(new ImportingRow(line, row, mappedTo));
    }

    private static @Nullable Completion completion(ImportedCheckIn line, ImportingSlot slots, Slot slot) {
        ImportedCheckIn.Answered answered = line.answered();
        if (answered == null) {
            return null;
        }
        Instant completedAt = answered.completedAfter(line.openedAt());
        Boolean told = answered.late();
        boolean late = told != null ? told : slots.hadClosed(slot, WallTime.dayAt(completedAt, slots.zone()));
        return new Completion(answered.answers(), answered.answeredAfter(line.openedAt()), completedAt, late);
    }
}
