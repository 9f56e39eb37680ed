package cairn.checkins;

import cairn.timeline.OpenedSoFar;
import cairn.timeline.SlotKey;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A run of a person's journey, as a line of an import has it. How many check-ins it has is counted from
/// their own lines.
///
/// @param createdOn null for the day of the import
/// @param opened    what was opened even if no line tells of it
/// @param card      the slot whose check-in is the card; null for the last one opened, which then counts as
///                  announced
/// @param announced whether that card was, where one is named
/// @param streak    null to count it from the check-ins
public record ImportedJourney(
        int line,
        MemberId memberId,
        String program,
        int run,
        LocalDate startedOn,
        @Nullable LocalDate createdOn,
        OpenedSoFar opened,
        @Nullable SlotKey card,
        @Nullable Announced announced,
        @Nullable Streak streak)
        implements ImportedRecord {

    /// Whether it is the same but for its place.
    boolean saysTheSameAs(ImportedJourney other) {
        return equals(new ImportedJourney(
                line,
                other.memberId,
                other.program,
                other.run,
                other.startedOn,
                other.createdOn,
                other.opened,
                other.card,
                other.announced,
                other.streak));
    }
}
