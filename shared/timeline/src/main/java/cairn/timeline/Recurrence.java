package cairn.timeline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The recurring slots of one era: occurrences `first` to `last` of a cadence, counted from one anchor. It
/// is never empty, and never spelled out: every question costs the same whatever the number of slots.
record Recurrence(Cadence cadence, LocalDate anchor, long first, long last) {

    /// The occurrences after `after` up to and including `until`, or empty if there is none.
    static Optional<Recurrence> within(Cadence cadence, LocalDate anchor, LocalDate after, LocalDate until) {
        long first = Math.max(1, cadence.lastIndexOnOrBefore(anchor, after) + 1);
        long last = cadence.lastIndexOnOrBefore(anchor, until);
        return first <= last ? Optional.of(new Recurrence(cadence, anchor, first, last)) : Optional.empty();
    }

    LocalDate lastDate() {
        return cadence.occurrence(anchor, last);
    }

    Optional<Slot> lastOnOrBefore(LocalDate day) {
        long index = Math.min(last, cadence.lastIndexOnOrBefore(anchor, day));
        return index >= first ? Optional.of(slot(index)) : Optional.empty();
    }

    Optional<Slot> firstAfter(LocalDate day) {
        long index = Math.max(first, cadence.lastIndexOnOrBefore(anchor, day) + 1);
        return index <= last ? Optional.of(slot(index)) : Optional.empty();
    }

    Stream<Slot> between(LocalDate from, LocalDate to) {
        long low = Math.max(first, cadence.lastIndexOnOrBefore(anchor, from.minusDays(1)) + 1);
        long high = Math.min(last, cadence.lastIndexOnOrBefore(anchor, to));
        return LongStream.rangeClosed(low, high).mapToObj(this::slot);
    }

    private Slot slot(long index) {
        return Slot.recurring(cadence.name(), cadence.occurrence(anchor, index));
    }
}
