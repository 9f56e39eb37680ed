package cairn.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All slots of one run in date order: a pure function of program, start date and plan history (semantics 3
/// and 5). It knows no zone, no clock and no store.
///
/// Milestones are spelled out; recurring slots are kept as one [Recurrence] an era. So building it and
/// asking it cost O(milestones + eras), however old the journey is. Slots later than [Days#LAST] do not
/// exist.
public final class Timeline {
    private final List<Slot> milestones;
    private final List<Recurrence> recurrences;
    private final @Nullable Window window;

    private Timeline(List<Slot> milestones, List<Recurrence> recurrences, @Nullable Window window) {
        this.milestones = milestones;
        this.recurrences = recurrences;
        this.window = window;
    }

    public static Timeline of(Program program, LocalDate startedOn, PlanHistory plans) {
        List<Slot> milestones = program.milestones().stream()
                .map(days -> Slot.milestone(startedOn, days))
                .filter(slot -> Days.include(slot.date()))
                .toList();
        LocalDate lastMilestone = program.milestones().isEmpty()
                ? startedOn
                : startedOn.plusDays(program.milestones().getLast());
        return new Timeline(milestones, recurrences(program, lastMilestone, plans), program.window());
    }

    private static List<Recurrence> recurrences(Program program, LocalDate lastMilestone, PlanHistory plans) {
        List<Recurrence> recurrences = new ArrayList<>();
        for (PlanHistory.Era era : plans.eras()) {
            program.cadenceOf(era.plan())
                    .flatMap(cadence -> Recurrence.within(
                            cadence,
                            anchor(cadence, lastMilestone, recurrences),
                            Days.later(era.after(), lastMilestone),
                            era.until()))
                    .ifPresent(recurrences::add);
        }
        return List.copyOf(recurrences);
    }

    /// Semantics 3.4: the last milestone while no recurring slot has come; then the last recurring slot's
    /// anchor if the period stays the same, else that slot's date.
    private static LocalDate anchor(Cadence cadence, LocalDate lastMilestone, List<Recurrence> before) {
        if (before.isEmpty()) {
            return lastMilestone;
        }
        Recurrence last = before.getLast();
        return last.cadence().period().equals(cadence.period()) ? last.anchor() : last.lastDate();
    }

    /// The current slot on `day`: the last one dated then or before.
    public Optional<Slot> lastOnOrBefore(LocalDate day) {
        return recurrences.reversed().stream()
                .flatMap(recurrence -> recurrence.lastOnOrBefore(day).stream())
                .findFirst()
                .or(() -> milestones.reversed().stream()
                        .filter(slot -> !slot.date().isAfter(day))
                        .findFirst());
    }

    /// The next slot on `day`: the first one dated after it.
    public Optional<Slot> firstAfter(LocalDate day) {
        return firstOpenableAfter(day, OpenedSoFar.NOTHING);
    }

    /// The first slot dated after `day` that can still open.
    public Optional<Slot> firstOpenableAfter(LocalDate day, OpenedSoFar opened) {
        LocalDate after = opened.lastOn() == null ? day : Days.later(day, opened.lastOn());
        return Stream.concat(
                        milestones.stream().filter(slot -> slot.date().isAfter(after)),
                        recurrences.stream().flatMap(recurrence -> recurrence.firstAfter(after).stream()))
                .filter(opened::leavesOpenable)
                .findFirst();
    }

    /// The slot of that key, or empty if this timeline has none.
    public Optional<Slot> find(SlotKey key) {
        return switch (key) {
            case SlotKey.Milestone _ ->
                milestones.stream().filter(slot -> slot.key().equals(key)).findFirst();
            case SlotKey.Recurring recurring ->
                lastOnOrBefore(recurring.date()).filter(slot -> slot.key().equals(key));
        };
    }

    /// The slots dated from `from` to `to`, both included, in date order.
    public List<Slot> between(LocalDate from, LocalDate to) {
        return Stream.concat(
                        milestones.stream()
                                .filter(slot -> !slot.date().isBefore(from)
                                        && !slot.date().isAfter(to)),
                        recurrences.stream().flatMap(recurrence -> recurrence.between(from, to)))
                .toList();
    }

    /// The first day on which `slot` is closed: the next slot's date, or its window's end if that is
    /// sooner. Empty: it stays open.
    public Optional<LocalDate> closesOn(Slot slot) {
        return closesOn(slot.date(), OpenedSoFar.NOTHING);
    }

    /// The first day on which a slot dated `date` is closed, where only slots that can still open after
    /// `opened` close it (semantics 7).
    public Optional<LocalDate> closesOn(LocalDate date, OpenedSoFar opened) {
        Optional<LocalDate> next = firstOpenableAfter(date, opened).map(Slot::date);
        if (window == null) {
            return next;
        }
        LocalDate windowEnd = date.plusDays(window.days());
        return Optional.of(next.map(day -> Days.earlier(day, windowEnd)).orElse(windowEnd));
    }
}
