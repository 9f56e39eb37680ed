package cairn.checkins;

import cairn.timeline.Program;
import cairn.timeline.Slot;
import cairn.timeline.SlotKey;
import cairn.timeline.Timeline;
import cairn.timeline.WallTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an edited definition would change for the people who are in the program: who would be asked when,
/// under either one, by the rules themselves.
///
/// @param from the first day to look at
/// @param to   the last one
public record DefinitionChange(Program before, Program after, LocalDate from, LocalDate to) {

    /// A slot, and the day on which one who looks every day is asked.
    public record Asked(Slot slot, LocalDate on) {}

    /// What it would change for one journey.
    ///
    /// @param before     by the definition as it is
    /// @param after      by the other
    /// @param askedTwice of `after`, those that had been asked already: semantics 6 leaves none
    public record Difference(List<Asked> before, List<Asked> after, List<Asked> askedTwice) {
        public Difference {
            before = List.copyOf(before);
            after = List.copyOf(after);
            askedTwice = List.copyOf(askedTwice);
        }

        /// Asked by the new definition alone.
        public List<Asked> gained() {
            return without(after, before);
        }

        /// Asked by the old definition alone.
        public List<Asked> lost() {
            return without(before, after);
        }

        /// Asked by both, on different days; as the new one has them.
        public List<Asked> moved() {
            return after.stream()
                    .filter(asked -> find(before, asked.slot().key())
                            .filter(other -> !other.on().equals(asked.on()))
                            .isPresent())
                    .toList();
        }

        public boolean isNone() {
            return before.equals(after);
        }

        private static List<Asked> without(List<Asked> all, List<Asked> others) {
            return all.stream()
                    .filter(asked -> find(others, asked.slot().key()).isEmpty())
                    .toList();
        }

        private static Optional<Asked> find(List<Asked> all, SlotKey key) {
            return all.stream().filter(asked -> asked.slot().key().equals(key)).findFirst();
        }
    }

    /// @param checkIns of the member: what they have been asked up to now
    public Difference of(Member member, Journey journey, List<CheckIn> checkIns) {
        List<Asked> now = asked(before, member, journey);
        List<Asked> then = asked(after, member, journey);
        Set<SlotKey> done = checkIns.stream()
                .filter(row -> row.program().equals(journey.program()) && row.run() == journey.run())
                .map(row -> row.opened().slot().key())
                .collect(Collectors.toSet());
        List<Asked> twice =
                then.stream().filter(asked -> done.contains(asked.slot().key())).toList();
        return new Difference(now, then, twice);
    }

    /// From one day on which something can open to the next.
    private List<Asked> asked(Program program, Member member, Journey journey) {
        List<Asked> asked = new ArrayList<>();
        Journey reached = journey;
        Optional<LocalDate> day = Optional.of(from);
        while (day.isPresent() && !day.get().isAfter(to)) {
            JourneyAt at = at(program, member, reached, day.get());
            Optional<Slot> slot = at.openable();
            if (slot.isPresent()) {
                asked.add(new Asked(slot.get(), day.get()));
                reached = reached.opened(at.opening(slot.get(), CheckInState.OPEN, OpenedBy.SWEEP));
            }
            day = at(program, member, reached, day.get()).next().map(Slot::date);
        }
        return asked;
    }

    private static JourneyAt at(Program program, Member member, Journey journey, LocalDate day) {
        return new JourneyAt(
                member.life(),
                journey,
                program,
                Timeline.of(program, journey.startedOn(), member.plans()),
                day,
                WallTime.startOf(day, member.reckoningZone()),
                member.reckoningZone());
    }
}
