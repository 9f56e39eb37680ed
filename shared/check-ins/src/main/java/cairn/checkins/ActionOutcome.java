package cairn.checkins;

import cairn.timeline.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of completing, dismissing or snoozing a check-in (the cells of the table in semantics 7).
public sealed interface ActionOutcome
        permits ActionOutcome.Settled,
                ActionOutcome.Refused,
                ActionOutcome.NoSuchCheckIn,
                ActionOutcome.Invalid,
                Erased {

    /// It is as was asked, by this call or an equal one before.
    record Settled(CheckInView checkIn) implements ActionOutcome {}

    /// It cannot be, as things stand.
    ///
    /// @param stored what there is instead, if it can be shown
    record Refused(Reason reason, @Nullable CheckInView stored) implements ActionOutcome {}

    /// There is no such check-in, and there is nothing that could become it now.
    record NoSuchCheckIn() implements ActionOutcome {}

    /// Something sent is wrong; nothing was stored.
    ///
    /// @param faults with pointers into the body sent
    record Invalid(List<Fault> faults) implements ActionOutcome {}

    /// Why an action is refused.
    enum Reason {
        CLOSED,
        DISMISSED,
        ALREADY_COMPLETED,
        NOT_OPEN,
        SUPERSEDED
    }
}
