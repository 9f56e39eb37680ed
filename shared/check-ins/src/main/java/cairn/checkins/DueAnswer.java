package cairn.checkins;

import cairn.timeline.SlotKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person should see now, in no language: the texts are put in when it is served.
///
/// @param due        at most one check-in per journey
/// @param next       the next slot of each journey that has one
/// @param validUntil when this stops being right; null if it stays so until something changes
public record DueAnswer(
        List<Due> due, List<Next> next, @Nullable Instant validUntil) {
    public static final DueAnswer NOTHING = new DueAnswer(List.of(), List.of(), null);

    public DueAnswer {
        due = List.copyOf(due);
        next = List.copyOf(next);
    }

    /// A card to be shown.
    ///
    /// @param id       of the check-in, opaque
    /// @param closesOn null if it stays open
    public record Due(
            String id,
            String program,
            String slot,
            SlotKind kind,
            LocalDate dueOn,
            Instant opensAt,
            @Nullable LocalDate closesOn,
            Instant openedAt) {}

    /// A card to come.
    public record Next(String id, String program, String slot, LocalDate dueOn, Instant opensAt) {}
}
