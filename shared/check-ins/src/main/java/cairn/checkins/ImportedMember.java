package cairn.checkins;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person, as a line of an import has them.
///
/// @param zone             null if the line names none; so are the next two
/// @param lastDay          the last day on which something was written for them where they come from
/// @param plans            in order; empty for the deployment's default plan
/// @param newestPlanChange the one that the plans follow; null if billing never said anything
/// @param erasedAt         when the life before ended
public record ImportedMember(
        int line,
        MemberId memberId,
        int life,
        @Nullable ZoneId zone,
        @Nullable String locale,
        @Nullable LocalDate lastDay,
        List<PlanSince> plans,
        @Nullable PlanChange newestPlanChange,
        @Nullable Instant erasedAt)
        implements ImportedRecord {

    public ImportedMember {
        plans = List.copyOf(plans);
    }

    /// @param since null only for the first: from the beginning of time. A first one that has a since follows
    ///              the default plan
    public record PlanSince(String plan, @Nullable LocalDate since) {}

    /// Whether it is the same but for its place.
    boolean saysTheSameAs(ImportedMember other) {
        return equals(new ImportedMember(
                line,
                other.memberId,
                other.life,
                other.zone,
                other.locale,
                other.lastDay,
                other.plans,
                other.newestPlanChange,
                other.erasedAt));
    }
}
