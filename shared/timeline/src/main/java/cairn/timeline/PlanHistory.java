package cairn.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Which plan a member was on when. The first plan holds from the beginning of time; each change begins a
/// new era on the day **after** its `since`, so a slot due on the very day of a change still belongs to the
/// old plan (semantics 3.3). Of several changes on one day only the last is kept.
///
/// @param first   the plan before any change
/// @param changes in strictly increasing order of `since`
public record PlanHistory(String first, List<Change> changes) {

    /// From the day after `since` on, the member is on `plan`.
    public record Change(String plan, LocalDate since) {
        public Change {
            Days.require(since);
        }
    }

    /// @throws IllegalArgumentException if `since` ever decreases
    public PlanHistory {
        changes = lastOfEachDay(changes);
    }

    public static PlanHistory of(String plan) {
        return new PlanHistory(plan, List.of());
    }

    public PlanHistory with(String plan, LocalDate since) {
        List<Change> more = new ArrayList<>(changes);
        more.add(new Change(plan, since));
        return new PlanHistory(first, more);
    }

    /// Without what begins after `day`.
    public PlanHistory until(LocalDate day) {
        return new PlanHistory(
                first,
                changes.stream().filter(change -> !change.since().isAfter(day)).toList());
    }

    /// The plan of the last era.
    public String last() {
        return changes.isEmpty() ? first : changes.getLast().plan();
    }

    /// The plan whose era covers `day`.
    public String planOn(LocalDate day) {
        return changes.reversed().stream()
                .filter(change -> change.since().isBefore(day))
                .findFirst()
                .map(Change::plan)
                .orElse(first);
    }

    /// The eras in order; each ends on the `since` of the next, the last on [Days#LAST].
    List<Era> eras() {
        List<Era> eras = new ArrayList<>();
        String plan = first;
        LocalDate after = LocalDate.MIN;
        for (Change change : changes) {
            eras.add(new Era(plan, after, change.since()));
            plan = change.plan();
            after = change.since();
        }
        eras.add(new Era(plan, after, Days.LAST));
        return eras;
    }

    /// The days after `after` up to and including `until`, on one plan.
    record Era(String plan, LocalDate after, LocalDate until) {}

    private static List<Change> lastOfEachDay(List<Change> changes) {
        List<Change> kept = new ArrayList<>();
        for (Change change : changes) {
            if (!kept.isEmpty() && change.since().isBefore(kept.getLast().since())) {
                throw new IllegalArgumentException("a plan's since lies before that of the plan it follows");
            }
            if (!kept.isEmpty() && change.since().equals(kept.getLast().since())) {
                kept.removeLast();
            }
            kept.add(change);
        }
        return List.copyOf(kept);
    }
}
