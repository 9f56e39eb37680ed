package cairn.functions.checkins;

import cairn.checkins.CheckInView;
import cairn.checkins.Completion;
import cairn.checkins.OpenedBy;
import cairn.checkins.OpenedSlot;
import cairn.checkins.ShownState;
import cairn.lambda.AnswersJson;
import cairn.timeline.SlotKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A stored check-in, as it is sent.
///
/// @param answers by question id, each as it was sent; null until it is completed, as are the three after it
record CheckInReply(
        String id,
        String program,
        int run,
        String slot,
        SlotKind kind,
        LocalDate dueOn,
        Instant opensAt,
        @Nullable LocalDate closesOn,
        ShownState state,
        Instant openedAt,
        OpenedBy openedBy,
        @Nullable Instant snoozedUntil,
        int snoozeCount,
        @Nullable Map<String, Object> answers,
        @Nullable Instant answeredAt,
        @Nullable Instant completedAt,
        @Nullable Boolean late) {

    static CheckInReply of(CheckInView view) {
        OpenedSlot opened = view.checkIn().opened();
        Completion completion = view.checkIn().completion();
        return new CheckInReply(
                view.checkIn().id().text(),
                view.checkIn().program(),
                view.checkIn().run(),
                opened.slot().key().text(),
                opened.slot().kind(),
                opened.slot().date(),
                view.opensAt(),
                view.closesOn(),
                view.state(),
                opened.openedAt(),
                opened.openedBy(),
                opened.snoozedUntil(),
                opened.snoozeCount(),
                completion == null ? null : AnswersJson.write(completion.answers()),
                completion == null ? null : completion.answeredAt(),
                completion == null ? null : completion.completedAt(),
                completion == null ? null : completion.late());
    }
}
