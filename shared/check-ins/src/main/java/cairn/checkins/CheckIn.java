package cairn.checkins;

import org.jspecify.annotations.Nullable;

/// A stored check-in: a slot that was opened, and its answers once there are some.
///
/// @param completion not null exactly when the state is [CheckInState#COMPLETED]
public record CheckIn(
        int life,
        String program,
        int run,
        OpenedSlot opened,
        @Nullable Completion completion) {
    public CheckIn {
        if ((completion != null) != (opened.state() == CheckInState.COMPLETED)) {
            throw new IllegalArgumentException("a check-in has answers exactly when it is completed");
        }
    }

    /// Its place in a list of check-ins.
    public Ledger.Position position() {
        return new Ledger.Position(id(), opened.slot().date());
    }

    public CheckInId id() {
        return new CheckInId(life, program, run, opened.slot().key());
    }
}
