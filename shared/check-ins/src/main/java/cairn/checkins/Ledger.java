package cairn.checkins;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where members and their check-ins are kept. Every read is strongly consistent; the one write is
/// conditional, and **losing it is a value, not an exception**: somebody else was first, and what they
/// wrote comes back.
///
/// Every method throws [StoreUnavailable] when the store did not answer in time, or when it stays unknown
/// whether a write was applied; repeating the operation is then safe, since the keys are the same.
public interface Ledger {

    /// The person's row, or empty if nothing is stored of them.
    Optional<Member> member(MemberId id);

    /// One check-in, or empty if that slot was never opened.
    Optional<CheckIn> checkIn(MemberId id, CheckInId checkIn);

    /// A person's check-ins in a program in one life, newest first: by run, then date.
    ///
    /// @param after where the page before ended; null for the first page
    /// @param limit 1 to 100
    Page newestFirst(MemberId id, int life, String program, @Nullable Position after, int limit);

    /// The check-ins of one run dated from `from` to `to`, both included, in date order; at most 100.
    Page dated(MemberId id, int life, String program, int run, LocalDate from, LocalDate to);

    /// Writes all of `change` or nothing of it.
    Result commit(Change change);

    /// What came of a commit.
    sealed interface Result {}

    /// It is stored.
    record Committed() implements Result {}

    /// Nothing was written: the person's row is not the one the change was decided on.
    ///
    /// @param current the row as it is now; empty if there is none
    record MemberChanged(Optional<Member> current) implements Result {}

    /// Nothing was written: the person's row is as expected, but the check-in to be opened is there already.
    record SlotTaken(CheckIn existing) implements Result {}

    /// @param more whether there are check-ins after these
    record Page(List<CheckIn> items, boolean more) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /// A place in [#newestFirst]'s order: that of the check-in with this id and date.
    record Position(CheckInId id, LocalDate date) {}
}
