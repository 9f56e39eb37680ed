package cairn.checkins;

import static cairn.checkins.Decision.done;

import cairn.timeline.WallTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rule that puts a member right whose day was moved ahead, by an event whose sender's time was taken for
/// now. The last day becomes today, and so does the day on which a journey was begun here. What billing said last
/// is applied as if it came now.
///
/// A check-in that was opened ahead stays: what was opened is a fact, and may hold answers. Nothing dated before
/// it opens in its run again (semantics 6), so its journey is reported and left.
record Repairing(Moment moment) {
    /// Where a day begins first: who flew from there has had a day that is ahead elsewhere.
    private static final ZoneOffset FIRST_ON_EARTH = ZoneOffset.ofHours(14);

    Decision<RepairOutcome> decide(Member member) {
        List<Journey> left = member.journeys().values().stream()
                .filter(journey -> isAhead(journey.opened().lastOn())
                        || isAhead(journey.startedOn().minusDays(1)))
                .toList();
        if (!needsRepair(member)) {
            return done(new RepairOutcome.NothingToRepair(left));
        }
        return new Decision.Write<>(
                moment.writing(setBack(member)),
                after -> done(new RepairOutcome.Repaired(member, after.living().orElseThrow(), left)));
    }

    private boolean needsRepair(Member member) {
        PlanChange newest = member.newestPlanChange();
        return isAhead(member.lastDay())
                || member.journeys().values().stream().anyMatch(journey -> isAhead(journey.createdOn()))
                || (newest != null && moment.isTooEarlyFor(newest.changedAt()));
    }

    private Member setBack(Member member) {
        LocalDate today = WallTime.dayAt(moment.now(), member.reckoningZone());
        Member setBack = isAhead(member.lastDay()) ? member.on(today) : member;
        for (Journey journey : member.journeys().values()) {
            if (isAhead(journey.createdOn())) {
                setBack = setBack.with(journey.createdOn(today));
            }
        }
        PlanChange newest = member.newestPlanChange();
        if (newest == null) {
            return setBack;
        }
        PlanChange told = moment.isTooEarlyFor(newest.changedAt()) ? newest.changedAt(moment.now()) : newest;
        return setBack.onPlans(new PlanChanging(moment, told).plans(setBack), told);
    }

    private boolean isAhead(@Nullable LocalDate day) {
        return day != null && day.isAfter(WallTime.dayAt(moment.now(), FIRST_ON_EARTH));
    }
}
