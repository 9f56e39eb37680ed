package cairn.checkins;

import cairn.timeline.SlotKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A check-in, as a line of an import has it.
///
/// @param dueOn          null for the slot's own date
/// @param programVersion the `editedOn` of the definition that opened it here; null if another system did,
///                       whose keys may follow other rules
/// @param answered       not null exactly when it is completed
public record ImportedCheckIn(
        int line,
        MemberId memberId,
        String program,
        int run,
        SlotKey slot,
        @Nullable LocalDate dueOn,
        CheckInState state,
        Instant openedAt,
        OpenedBy openedBy,
        @Nullable Instant snoozedUntil,
        int snoozeCount,
        @Nullable LocalDate programVersion,
        @Nullable Answered answered)
        implements ImportedRecord {

    /// @param answeredAt  null if only its storing is known, or neither
    /// @param completedAt null for when it was answered
    /// @param late        null to tell it from the timeline
    public record Answered(
            Map<String, Answer> answers,
            @Nullable Instant answeredAt,
            @Nullable Instant completedAt,
            @Nullable Boolean late) {
        public Answered {
            answers = Map.copyOf(answers);
        }

        /// When it was stored, for a check-in opened then.
        Instant completedAfter(Instant openedAt) {
            return completedAt != null ? completedAt : answeredAfter(openedAt);
        }

        Instant answeredAfter(Instant openedAt) {
            return answeredAt != null ? answeredAt : completedAt != null ? completedAt : openedAt;
        }
    }
}
