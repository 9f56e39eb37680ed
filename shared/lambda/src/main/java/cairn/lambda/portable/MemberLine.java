package cairn.lambda.portable;

import cairn.checkins.ImportedMember;
import cairn.checkins.ImportedMember.PlanSince;
import cairn.checkins.MemberId;
import cairn.checkins.PlanChange;
import cairn.lambda.JsonBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what [PortableMember] writes.
final class MemberLine {
    /// Each life was ended by an erasure: ten of them at once, and then one a day at most (decision 23). That many days
    /// are longer than any system of ours has run.
    private static final int MOST_LIVES = 9999;

    private MemberLine() {}

    static ImportedMember read(int number, MemberId id, JsonBody line) {
        return new ImportedMember(
                number,
                id,
                PortableLine.number(line, "life", 1, MOST_LIVES, 1),
                line.zone("timeZone"),
                line.language("locale"),
                line.day("lastDay"),
                plans(line),
                planChange(line.object("newestPlanChange")),
                line.instant("erasedAt"));
    }

    private static List<PlanSince> plans(JsonBody line) {
        List<JsonBody> told = line.objects("plans");
        List<PlanSince> plans = new ArrayList<>();
        for (JsonBody plan : told == null ? List.<JsonBody>of() : told) {
            String name = plan.required("plan", JsonBody::text);
            var since = plan.day("since");
            if (name != null) {
                plans.add(new PlanSince(name, since));
            }
        }
        return plans;
    }

    private static @Nullable PlanChange planChange(@Nullable JsonBody told) {
        if (told == null) {
            return null;
        }
        String plan = told.required("plan", JsonBody::text);
        Instant changedAt = told.required("changedAt", JsonBody::instant);
        Long sequence = told.count("sequence", PlanChange.LARGEST_SEQUENCE);
        Instant effectiveAt = told.instant("effectiveAt");
        return plan == null || changedAt == null
                ? null
                : new PlanChange(plan, changedAt, sequence == null ? 0 : sequence, effectiveAt);
    }
}
