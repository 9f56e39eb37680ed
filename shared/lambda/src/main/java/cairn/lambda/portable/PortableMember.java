package cairn.lambda.portable;

import cairn.checkins.Member;
import cairn.checkins.PlanChange;
import cairn.timeline.PlanHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A person, but for their journeys.
///
/// @param plans in order; the first holds from the beginning of time and has no `since`
public record PortableMember(
        String type,
        String memberId,
        int life,
        @Nullable ZoneId timeZone,
        @Nullable String locale,
        @Nullable LocalDate lastDay,
        List<PlanSince> plans,
        @Nullable PlanChange newestPlanChange,
        @Nullable Instant erasedAt)
        implements PortableRecord {
    static final String TYPE = "member";

    public PortableMember {
        plans = List.copyOf(plans);
    }

    /// @param since null for the first
    public record PlanSince(String plan, @Nullable LocalDate since) {}

    static PortableMember of(Member member) {
        return new PortableMember(
                TYPE,
                member.id().subject(),
                member.life(),
                member.zone(),
                member.locale(),
                member.lastDay(),
                plans(member.plans()),
                member.newestPlanChange(),
                member.erasedAt());
    }

    private static List<PlanSince> plans(PlanHistory history) {
        return Stream.concat(
                        Stream.of(new PlanSince(history.first(), null)),
                        history.changes().stream().map(change -> new PlanSince(change.plan(), change.since())))
                .toList();
    }
}
