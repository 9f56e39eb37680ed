package cairn.timeline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One check-in schedule, as its operator defined it and [ProgramDefinition] found it sound.
///
/// @param name       `skin`
/// @param milestones days after the start, strictly increasing
/// @param plans      the cadence of each plan; a plan with an empty one gets the milestones alone
/// @param window     null if a slot stays open until the next one
/// @param announceAt the member's wall time at which a due card is announced
/// @param editedOn   the day this definition took the place of the one before
public record Program(
        String name,
        List<Integer> milestones,
        Map<String, Optional<Cadence>> plans,
        @Nullable Window window,
        LocalTime announceAt,
        LocalDate editedOn) {

    public Program {
        milestones = List.copyOf(milestones);
        plans = Map.copyOf(plans);
    }

    /// The cadence `plan` gives here. A plan this program does not name gets the milestones alone, as one
    /// mapped to no cadence does: a plan may outlive its mention in an edited definition.
    public Optional<Cadence> cadenceOf(String plan) {
        return plans.getOrDefault(plan, Optional.empty());
    }

    /// The slot a member on these plans is in on `today`, or empty before their first one.
    ///
    /// The plan is an argument because it decides the key: a slot function that did not
    /// know it once gave Pro members the monthly key, the duplicate check took their
    /// weekly card for the one already shown, and it was lost.
    public Optional<Slot> currentPeriodSlot(PlanHistory plan, LocalDate startedOn, LocalDate today) {
        return Timeline.of(this, startedOn, plan).lastOnOrBefore(today);
    }
}
