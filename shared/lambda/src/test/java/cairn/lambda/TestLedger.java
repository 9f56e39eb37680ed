package cairn.lambda;

import cairn.checkins.Change;
import cairn.checkins.CheckIn;
import cairn.checkins.CheckInId;
import cairn.checkins.Ledger;
import cairn.checkins.Member;
import cairn.checkins.MemberId;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A ledger in which nobody is stored, and in which the next writes come out as a test says.
final class TestLedger implements Ledger {
    final List<Change> committed = new ArrayList<>();
    private final Deque<Result> results = new ArrayDeque<>();

    TestLedger(Result... results) {
        this.results.addAll(List.of(results));
    }

    @Override
    public Optional<Member> member(MemberId id) {
        return Optional.empty();
    }

    @Override
    public Result commit(Change change) {
        committed.add(change);
        return results.remove();
    }

    @Override
    public Optional<CheckIn> checkIn(MemberId id, CheckInId checkIn) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page newestFirst(MemberId id, int life, String program, @Nullable Position after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page dated(MemberId id, int life, String program, int run, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }
}
