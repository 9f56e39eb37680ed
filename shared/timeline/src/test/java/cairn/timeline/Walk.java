package cairn.timeline;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Semantics 3 and 5 once more, slow and told otherwise: it goes through the calendar day by day, asks of
/// each whether something falls on it, and remembers what fell. No occurrence is computed from an index.
final class Walk {
    /// What fell on a day. `number` is that of a milestone, null for a recurring slot.
    record Mark(String key, LocalDate date, @Nullable Integer number) {}

    private final Scenario scenario;
    private final TreeMap<LocalDate, Mark> marks = new TreeMap<>();
    private LocalDate anchor;
    private Scenario.@Nullable Beat lastBeat;
    private @Nullable LocalDate lastDate;

    Walk(Scenario scenario, LocalDate end) {
        this.scenario = scenario;
        int lastMilestone =
                scenario.milestones().isEmpty() ? 0 : scenario.milestones().getLast();
        this.anchor = scenario.startedOn().plusDays(lastMilestone);
        LocalDate begin = anchor;
        for (int days : scenario.milestones()) {
            LocalDate date = scenario.startedOn().plusDays(days);
            if (date.getYear() < 2200) {
                marks.put(date, new Mark("day-" + days, date, days));
            }
        }
        for (LocalDate day = begin.plusDays(1); !day.isAfter(end) && day.getYear() < 2200; day = day.plusDays(1)) {
            step(day);
        }
    }

    private void step(LocalDate day) {
        Scenario.Beat beat = beatOn(day);
        if (beat == null) {
            return;
        }
        LocalDate base = lastBeat == null || sameLength(lastBeat, beat) ? anchor : requireNonNull(lastDate);
        if (falls(beat, base, day)) {
            marks.put(day, new Mark(beat.name() + "-" + day, day, null));
            anchor = base;
            lastBeat = beat;
            lastDate = day;
        }
    }

    /// A change made today begins tomorrow; of several on one day the last is read last.
    private Scenario.@Nullable Beat beatOn(LocalDate day) {
        String plan = scenario.firstPlan();
        for (PlanHistory.Change change : scenario.changes()) {
            if (change.since().isBefore(day)) {
                plan = change.plan();
            }
        }
        return scenario.beats().get(Integer.parseInt(plan.substring(1)));
    }

    private static boolean sameLength(Scenario.Beat one, Scenario.Beat other) {
        return one.days() == other.days() && one.months() == other.months();
    }

    /// Whether `day`, later than `base`, is a whole number of beats after it: by the number of days, or by
    /// month and the base's day of the month, cut to the month's length.
    private static boolean falls(Scenario.Beat beat, LocalDate base, LocalDate day) {
        if (beat.days() > 0) {
            return ChronoUnit.DAYS.between(base, day) % beat.days() == 0;
        }
        int months = 12 * (day.getYear() - base.getYear()) + day.getMonthValue() - base.getMonthValue();
        return months > 0
                && months % beat.months() == 0
                && day.getDayOfMonth() == Math.min(base.getDayOfMonth(), day.lengthOfMonth());
    }

    Optional<Mark> on(LocalDate day) {
        return Optional.ofNullable(marks.get(day));
    }

    Optional<Mark> lastOnOrBefore(LocalDate day) {
        return Optional.ofNullable(marks.floorEntry(day)).map(Map.Entry::getValue);
    }

    Optional<Mark> firstOpenableAfter(LocalDate day, OpenedSoFar opened) {
        for (Mark mark : marks.tailMap(day, false).values()) {
            if (canOpen(mark, opened)) {
                return Optional.of(mark);
            }
        }
        return Optional.empty();
    }

    List<Mark> between(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? List.of()
                : List.copyOf(marks.subMap(from, true, to, true).values());
    }

    /// Goes on day by day until something closes it.
    Optional<LocalDate> closesOn(LocalDate date, OpenedSoFar opened) {
        LocalDate end = marks.isEmpty() ? date : Days.later(date, marks.lastKey());
        int open = 1;
        for (LocalDate day = date.plusDays(1); scenario.window() != null || !day.isAfter(end); day = day.plusDays(1)) {
            boolean closed = scenario.window() != null && open == scenario.window();
            if (closed || on(day).filter(mark -> canOpen(mark, opened)).isPresent()) {
                return Optional.of(day);
            }
            open++;
        }
        return Optional.empty();
    }

    private static boolean canOpen(Mark mark, OpenedSoFar opened) {
        LocalDate lastOn = opened.lastOn();
        Integer lastMilestone = opened.lastMilestone();
        boolean later = lastOn == null || lastOn.isBefore(mark.date());
        boolean larger = mark.number() == null || lastMilestone == null || lastMilestone < mark.number();
        return later && larger;
    }
}
