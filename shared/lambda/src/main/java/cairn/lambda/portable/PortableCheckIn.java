package cairn.lambda.portable;

import cairn.checkins.CheckIn;
import cairn.checkins.CheckInState;
import cairn.checkins.Completion;
import cairn.checkins.MemberId;
import cairn.checkins.OpenedBy;
import cairn.checkins.OpenedSlot;
import cairn.lambda.AnswersJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A check-in as it is stored.
///
/// @param answers by question id; null until it is completed, as are the three after it
public record PortableCheckIn(
        String type,
        String memberId,
        String program,
        int run,
        String slot,
        LocalDate dueOn,
        CheckInState state,
        Instant openedAt,
        OpenedBy openedBy,
        @Nullable Instant snoozedUntil,
        int snoozeCount,
        LocalDate programVersion,
        @Nullable Map<String, Object> answers,
        @Nullable Instant answeredAt,
        @Nullable Instant completedAt,
        @Nullable Boolean late)
        implements PortableRecord {
    static final String TYPE = "check-in";

    static PortableCheckIn of(MemberId id, CheckIn row) {
        OpenedSlot opened = row.opened();
        Completion completion = row.completion();
        return new PortableCheckIn(
                TYPE,
                id.subject(),
                row.program(),
                row.run(),
                opened.slot().key().text(),
                opened.slot().date(),
                opened.state(),
                opened.openedAt(),
                opened.openedBy(),
                opened.snoozedUntil(),
                opened.snoozeCount(),
                opened.programVersion(),
                completion == null ? null : AnswersJson.write(completion.answers()),
                completion == null ? null : completion.answeredAt(),
                completion == null ? null : completion.completedAt(),
                completion == null ? null : completion.late());
    }
}
