package cairn.checkins;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Where members and their check-ins are kept. Every read is strongly consistent; the one write is
/// conditional, and **losing it is a value, not an exception**: somebody else was first, and what they
/// wrote comes back.
///
/// Every method throws [StoreUnavailable] when the store did not answer in time, or when it stays unknown
/// whether a write was applied; repeating the operation is then safe, since the keys are the same. Where
/// repeating cannot help, every method throws [StoreMisconfigured], and a write whose row the store does not
/// take [RowRefused].
public interface Ledger {

    /// What is stored under the person's key.
    Standing standing(MemberId id);

    /// The person's row; empty if nothing is stored of them, or they were erased.
    default Optional<Member> member(MemberId id) {
        return standing(id).living();
    }

    /// One check-in, or empty if that slot was never opened.
    Optional<CheckIn> checkIn(MemberId id, CheckInId checkIn);

    /// A person's check-ins in a program in one life, newest first: by run, then date.
    ///
    /// @param after where the page before ended; null for the first page
    /// @param limit 1 to 100
    Page newestFirst(MemberId id, int life, String program, @Nullable Position after, int limit);

    /// The check-ins of one run dated from `from` to `to`, both included, in date order; at most 100.
    Page dated(MemberId id, int life, String program, int run, LocalDate from, LocalDate to);

    /// All check-ins of one life, by program, run and date.
    ///
    /// @param after where the page before ended; null for the first page
    /// @param limit 1 to 100
    Page held(MemberId id, int life, @Nullable Position after, int limit);

    /// Writes all of `change` or nothing of it, and at most once: a change whose write is among the names on the
    /// member's row was applied, whatever came on top, and committing it again writes nothing.
    Result commit(Change change);

    /// Deletes check-ins of a life that is over and of those before it: one step, of a hundred rows or more. The
    /// next step goes on where this one ended.
    ///
    /// @return whether none of them is left
    boolean forget(MemberId id, int life);

    /// The members of a shard for whom there is something to do, longest waiting first; at most 100. What a
    /// read gives may be a moment old: this only nominates.
    ///
    /// @param shard see [MemberId#shard]
    /// @param until the latest moment that counts
    /// @param after where the page before ended; null for the first page
    Nominees due(int shard, Instant until, @Nullable Nominee after);

    /// Puts off a member whose row cannot be handled, without reading or changing anything else of them. The
    /// next write of the row takes its place. Where the nomination is not the current one, nothing changes.
    ///
    /// @param until when to try again, by how often that was done to this row before
    void moveBack(Nominee nominee, IntFunction<Instant> until);

    /// What came of a commit.
    sealed interface Result {}

    /// It is stored, by this call or by an attempt before it.
    record Committed() implements Result {}

    /// Nothing was written: the person's row is not the one the change was decided on.
    ///
    /// @param current what is stored now
    record MemberChanged(Standing current) implements Result {}

    /// Nothing was written: the person's row is as expected, but the check-in to be opened is there already.
    record SlotTaken(CheckIn existing) implements Result {}

    /// @param more whether there are check-ins after these
    record Page(List<CheckIn> items, boolean more) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /// A member nominated by the due index.
    ///
    /// @param at when there was to be something to do
    record Nominee(MemberId id, Instant at) {}

    /// @param more whether there are nominees after these
    record Nominees(List<Nominee> items, boolean more) {
        public Nominees {
            items = List.copyOf(items);
        }
    }

    /// A place in the order of a list: that of the check-in with this id and date.
    record Position(CheckInId id, LocalDate date) {}
}
