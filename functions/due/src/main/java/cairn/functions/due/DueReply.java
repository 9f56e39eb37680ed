package cairn.functions.due;

import cairn.checkins.CheckInProgram;
import cairn.checkins.DueAnswer;
import cairn.checkins.Programs;
import cairn.timeline.SlotKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is due, as it is sent: the answer with its texts put in.
record DueReply(
        List<Due> due, List<DueAnswer.Next> next, @Nullable Instant validUntil) {

    /// A card to be shown.
    record Due(
            String id,
            String program,
            String slot,
            SlotKind kind,
            LocalDate dueOn,
            Instant opensAt,
            @Nullable LocalDate closesOn,
            Instant openedAt,
            CardReply card) {}

    /// @param wanted the reader's languages, in their order
    static DueReply of(DueAnswer answer, Programs programs, List<Locale.LanguageRange> wanted) {
        List<Due> due = answer.due().stream()
                .flatMap(card -> programs.find(card.program()).map(program -> due(card, program, wanted)).stream())
                .toList();
        return new DueReply(due, answer.next(), answer.validUntil());
    }

    static List<String> slots(DueAnswer answer) {
        return answer.due().stream().map(DueAnswer.Due::slot).toList();
    }

    private static Due due(DueAnswer.Due due, CheckInProgram program, List<Locale.LanguageRange> wanted) {
        return new Due(
                due.id(),
                due.program(),
                due.slot(),
                due.kind(),
                due.dueOn(),
                due.opensAt(),
                due.closesOn(),
                due.openedAt(),
                CardReply.of(program.card(), wanted));
    }
}
