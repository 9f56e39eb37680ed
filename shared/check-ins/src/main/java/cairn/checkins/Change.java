package cairn.checkins;

import org.jspecify.annotations.Nullable;

/// One change to one person: their row, on the condition that its version has not moved, and at most one
/// check-in.
///
/// @param after   the row to write; its version is one above the one it was decided on, which is 0 for no
///                row
/// @param checkIn null if none is touched
public record Change(Standing after, @Nullable CheckInWrite checkIn) {

    /// How the check-in is written.
    public sealed interface CheckInWrite {
        CheckIn row();
    }

    /// It must not be there yet.
    public record Open(CheckIn row) implements CheckInWrite {}

    /// It is there, and the person's version guards it.
    public record Replace(CheckIn row) implements CheckInWrite {}

    public long expectedVersion() {
        return after.version() - 1;
    }
}
