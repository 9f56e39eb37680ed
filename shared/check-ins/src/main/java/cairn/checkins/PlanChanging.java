package cairn.checkins;

import static cairn.checkins.Decision.done;
import static cairn.checkins.Decision.write;

import cairn.timeline.Days;
import cairn.timeline.PlanHistory;
import cairn.timeline.WallTime;
import java.time.LocalDate;

/// The rule for what billing says (semantics 9): of all changes the newest one wins, in whatever order and
/// however often they arrive, and the past is never rewritten.
record PlanChanging(Moment moment, PlanChange change) {
    Decision<IntakeOutcome> decide(Member member) {
        if (member.wasErasedAfter(change.changedAt())) {
            return ignored("it is about a life that was erased");
        }
        if (!moment.programs().knowsPlan(change.plan())) {
            return refused("/plan no program knows that plan");
        }
        if (moment.isTooEarlyFor(change.changedAt())) {
            return refused("/changedAt lies in the future");
        }
        PlanChange newest = member.newestPlanChange();
        if (newest != null && newest.isNewerThan(change)) {
            return ignored("a newer one came before it");
        }
        if (newest != null && !change.isNewerThan(newest)) {
            return newest.equals(change)
                    ? ignored("it came before")
                    : refused("another one of the same changedAt and sequence says something else");
        }
        LocalDate since = since(member);
        if (!Days.include(since)) {
            return refused(
                    "/effectiveAt is not on a day from " + Days.FIRST + " to " + Days.LAST + " where the member lives");
        }
        Member changed = member.onPlans(plans(member, since), change);
        return write(moment.writing(changed), new IntakeOutcome.Applied());
    }

    /// The plan history as this change makes it today.
    PlanHistory plans(Member member) {
        return plans(member, since(member));
    }

    private LocalDate since(Member member) {
        LocalDate today = member.todayAt(moment.now());
        return change.effectiveAt() == null
                ? today
                : Days.later(today, WallTime.dayAt(change.effectiveAt(), member.reckoningZone()));
    }

    private PlanHistory plans(Member member, LocalDate since) {
        PlanHistory past = member.plans().until(member.todayAt(moment.now()));
        return past.last().equals(change.plan()) ? past : past.with(change.plan(), since);
    }

    private static Decision<IntakeOutcome> refused(String why) {
        return done(new IntakeOutcome.Refused(why));
    }

    private static Decision<IntakeOutcome> ignored(String why) {
        return done(new IntakeOutcome.Ignored(why));
    }
}
