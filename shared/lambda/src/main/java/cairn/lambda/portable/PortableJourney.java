package cairn.lambda.portable;

import cairn.checkins.Announced;
import cairn.checkins.Journey;
import cairn.checkins.MemberId;
import cairn.checkins.OpenedSlot;
import cairn.checkins.Streak;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A person in a program: the current run.
///
/// @param lastOn        the date of the last opened slot; null before the first, as are the three after it
/// @param lastMilestone the number of days of the last opened milestone
/// @param card          the key of the slot whose check-in is the card
/// @param announced     whether the card was
public record PortableJourney(
        String type,
        String memberId,
        String program,
        int run,
        LocalDate startedOn,
        LocalDate createdOn,
        @Nullable LocalDate lastOn,
        @Nullable Integer lastMilestone,
        @Nullable String card,
        @Nullable Announced announced,
        int offered,
        int completed,
        @Nullable StreakThrough streak)
        implements PortableRecord {
    static final String TYPE = "journey";

    /// @param through the key of the last slot completed in time
    public record StreakThrough(String through, int length) {}

    static PortableJourney of(MemberId id, Journey journey) {
        OpenedSlot card = journey.lastOpened();
        Streak streak = journey.streak();
        return new PortableJourney(
                TYPE,
                id.subject(),
                journey.program(),
                journey.run(),
                journey.startedOn(),
                journey.createdOn(),
                journey.opened().lastOn(),
                journey.opened().lastMilestone(),
                card == null ? null : card.slot().key().text(),
                journey.announced(),
                journey.offered(),
                journey.completed(),
                streak == null ? null : new StreakThrough(streak.through().text(), streak.length()));
    }
}
