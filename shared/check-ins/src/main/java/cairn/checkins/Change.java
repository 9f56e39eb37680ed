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

    /// What a row tells of an attempt to write this change.
    public enum Trace {
        /// It was applied, whatever came on top.
        APPLIED,
        /// It was not, and now cannot be.
        NOT_APPLIED,
        /// It may have been, or may still be.
        UNKNOWN
    }

    /// Looks this attempt up in the row stored under the member's key, as a strong read gave it after the attempt
    /// (semantics 6, "applied at most once").
    public Trace traceIn(Standing stored) {
        if (after instanceof Member written && stored instanceof Member current) {
            return traceIn(current, written);
        }
        return stored.version() == expectedVersion() ? Trace.UNKNOWN : Trace.NOT_APPLIED;
    }

    private static Trace traceIn(Member current, Member written) {
        if (current.writes().include(written.writes().names().getLast())) {
            return Trace.APPLIED;
        }
        boolean wouldBeNamed = current.version() >= written.version()
                && current.writes().reachBackTo(written.version(), current.version());
        return wouldBeNamed || current.life() != written.life() ? Trace.NOT_APPLIED : Trace.UNKNOWN;
    }

    /// The same change as one attempt to write it: committing that twice applies it once.
    Change named(String write) {
        return new Change(after.named(write), checkIn);
    }

    public long expectedVersion() {
        return after.version() - 1;
    }
}
