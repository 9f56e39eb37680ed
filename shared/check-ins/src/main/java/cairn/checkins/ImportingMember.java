package cairn.checkins;

import cairn.timeline.Fault;
import cairn.timeline.PlanHistory;
import cairn.timeline.WallTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The rule for a person's own line: what is not known of them is filled in, what is known here stays.
///
/// @param stored empty if nothing is stored of them
record ImportingMember(Moment moment, ImportedMember line, Optional<Member> stored) {
    /// Between the first and the last place on earth where a day begins.
    private static final int ZONES_APART_IN_DAYS = 2;

    /// All that is wrong with the line.
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < line.plans().size(); i++) {
            ImportedMember.PlanSince plan = line.plans().get(i);
            if (!moment.programs().knowsPlan(plan.plan())) {
                faults.add(new Fault("/plans/" + i + "/plan", "no program knows that plan"));
            }
            if (i > 0 && plan.since() == null) {
                faults.add(new Fault("/plans/" + i + "/since", "is to be given for every plan but the first"));
            }
        }
        if (faults.isEmpty() && !areInOrder()) {
            faults.add(new Fault("/plans", "are to be in the order of their since"));
        }
        LocalDate lastDay = line.lastDay();
        LocalDate latest = WallTime.dayAt(moment.now(), ZoneOffset.UTC).plusDays(ZONES_APART_IN_DAYS);
        if (lastDay != null && lastDay.isAfter(latest)) {
            faults.add(new Fault("/lastDay", "lies in the future"));
        }
        if (lastDay != null && line.zone() == null) {
            faults.add(new Fault("/timeZone", "is to be given where lastDay is"));
        }
        PlanChange newest = line.newestPlanChange();
        if (newest != null && moment.isTooEarlyFor(newest.changedAt())) {
            faults.add(new Fault("/newestPlanChange/changedAt", "lies in the future"));
        }
        return faults;
    }

    /// The person with what the line adds.
    Member filledIn() {
        PlanHistory plans = plans();
        return stored.map(member -> filledIn(member, plans))
                .orElseGet(() -> new Member(
                        line.memberId(),
                        0,
                        line.life(),
                        line.erasedAt(),
                        line.lastDay(),
                        line.zone(),
                        line.locale(),
                        plans,
                        line.newestPlanChange(),
                        new TreeMap<>(),
                        Outlook.NOTHING,
                        WriteNames.NONE));
    }

    private Member filledIn(Member member, PlanHistory plans) {
        Member living = member.living(
                member.zone() == null ? line.zone() : member.zone(),
                member.locale() == null ? line.locale() : member.locale());
        boolean plansAreKnown =
                member.newestPlanChange() != null || !member.plans().changes().isEmpty();
        return plansAreKnown || line.plans().isEmpty() ? living : living.onPlans(plans, line.newestPlanChange());
    }

    private boolean areInOrder() {
        try {
            return !plans().first().isEmpty();
        } catch (IllegalArgumentException decreasing) {
            return false;
        }
    }

    private PlanHistory plans() {
        return plans(line, moment.programs().defaultPlan());
    }

    /// The plans that a line tells of; the default one if it tells of none.
    ///
    /// @throws IllegalArgumentException if they are not in order
    static PlanHistory plans(ImportedMember line, String defaultPlan) {
        List<ImportedMember.PlanSince> told = line.plans();
        boolean fromTheBeginning = !told.isEmpty() && told.getFirst().since() == null;
        List<PlanHistory.Change> changes = new ArrayList<>();
        for (ImportedMember.PlanSince plan : told) {
            LocalDate since = plan.since();
            if (since != null) {
                changes.add(new PlanHistory.Change(plan.plan(), since));
            }
        }
        return new PlanHistory(fromTheBeginning ? told.getFirst().plan() : defaultPlan, changes);
    }
}
